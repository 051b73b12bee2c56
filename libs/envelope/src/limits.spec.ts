import { describe, expect, it } from '@jest/globals';
import { deflateRawSync, gzipSync } from 'node:zlib';
import { EnvelopeFailure } from './envelope-failure.js';
import { DEFAULT_ENVELOPE_LIMITS } from './envelope-limits.js';
import { zstdBomb, zstdFrameOf } from './testing/zstd-frame-of.js';
import { unwrap } from './unwrap.js';
import { type UnwrappedItem } from './unwrapped-item.js';

const MIB = 1024 * 1024;
const LINE = '192.0.2.7 - - [22/Nov/2026:22:00:00 +0000] "GET / HTTP/1.1" 200 5';

const few = { ...DEFAULT_ENVELOPE_LIMITS, outputBytes: MIB };
const failureOf = (item: UnwrappedItem | undefined): string =>
  item instanceof EnvelopeFailure ? item.failure : 'none';

describe('the items of one message', () => {
  it('are 200,000 at most, and one for all that follows', () => {
    const items = unwrap('\n'.repeat(5_000_000));
    expect(items).toHaveLength(200_001);
    const last = items.at(-1);
    expect(failureOf(last)).toBe('too_long');
    expect(last instanceof EnvelopeFailure && last.bytes.length).toBe(4_800_000);
  });

  it('are all read when they are just one more', () => {
    const items = unwrap(`${LINE}\n`.repeat(200_001));
    expect(items).toHaveLength(200_001);
    expect(items.at(-1)).toBe(LINE);
  });

  it.each([
    ['an array', JSON.stringify(Array.from({ length: 50 }, (_, index) => ({ index })))],
    ['several arrays', '[{"a":1},{"a":2},{"a":3}]\n'.repeat(20)],
    [
      'arrays in arrays',
      JSON.stringify([
        [LINE, LINE, LINE],
        [LINE, LINE],
        [LINE, LINE, LINE],
      ]),
    ],
    ['lines that are no UTF-8', Buffer.from(`${LINE}\xff\n`.repeat(50), 'latin1')],
  ])('are counted through %s', (_, message) => {
    const items = unwrap(message, { ...DEFAULT_ENVELOPE_LIMITS, items: 6 });
    expect(items).toHaveLength(7);
    expect(failureOf(items[6])).toBe('too_long');
    expect(items.slice(0, 6).map(failureOf)).toEqual(Array(6).fill('none'));
  });

  it('lose nothing behind the last one', () => {
    const lines = Array.from({ length: 30 }, (_, index) => `${index} ${LINE}`);
    const items = unwrap(lines.join('\n'), { ...DEFAULT_ENVELOPE_LIMITS, items: 10 });
    const last = items.at(-1);
    const rest = last instanceof EnvelopeFailure ? Buffer.from(last.bytes).toString() : '';
    expect([...items.slice(0, 10), ...rest.split('\n')]).toEqual(lines);
  });
});

describe('compressed parts', () => {
  it.each([
    ['gzip', gzipSync(Buffer.alloc(MIB + 1, 'a'))],
    ['gzip in gzip', gzipSync(gzipSync(Buffer.alloc(MIB, 'a')))],
    ['zstd that says its size', zstdFrameOf(Buffer.alloc(MIB + 1, 'a'))],
    ['zstd that does not', zstdBomb(9, 0x38)],
    ['zstd with a window of 2 GiB', zstdBomb(1, 0xa8)],
    ['zstd in blocks that move a large window', zstdBomb(5000, 0x68)],
  ])('of %s may not put out more than the limit', (_, message) => {
    expect(unwrap(message, few).map(failureOf)).toEqual(['too_long']);
  });

  it.each([
    ['gzip', gzipSync(Buffer.alloc(MIB, 'a'))],
    ['zstd', zstdFrameOf(Buffer.alloc(MIB, 'a'))],
    ['zstd that does not say its size', zstdBomb(8, 0x38)],
  ])('of %s may put out as much as the limit', (_, message) => {
    expect(unwrap(message, few)).toEqual(['a'.repeat(MIB)]);
  });

  it('share the limit, and are not tried for ever', () => {
    const bomb = gzipSync(Buffer.alloc(2 * MIB, 'a')).toString('base64');
    const good = gzipSync(LINE).toString('base64');
    const found = unwrap([good, bomb, good, ...Array<string>(20).fill(bomb), good].join('\n'), few);
    expect(found[0]).toBe(LINE);
    expect(found[2]).toBe(LINE);
    expect(found.slice(3).map(failureOf)).toEqual(Array(21).fill('too_long'));
  });

  it.each([
    ['gzip cut short', gzipSync(LINE).subarray(0, -1)],
    ['gzip with something behind it', Buffer.concat([gzipSync(LINE), Buffer.from('rest')])],
    ['zstd cut short', zstdFrameOf(Buffer.from(LINE)).subarray(0, -1)],
    [
      'zstd with something behind it',
      Buffer.concat([zstdFrameOf(Buffer.from(LINE)), Buffer.from('rest of it')]),
    ],
  ])('that are damaged keep their bytes: %s', (_, message) => {
    const [item] = unwrap(message);
    expect(item).toEqual(new EnvelopeFailure('undecodable', message));
  });

  it('may follow each other', () => {
    const parts = [gzipSync(`${LINE}\n`), gzipSync(`${LINE}\n`), Buffer.alloc(512)];
    expect(unwrap(Buffer.concat(parts))).toEqual([LINE, LINE]);
    const frames = [zstdFrameOf(Buffer.from(`${LINE}\n`)), zstdFrameOf(Buffer.from(LINE))];
    expect(unwrap(Buffer.concat(frames))).toEqual([LINE, LINE]);
  });

  it('without a head are taken for text where they put out 64 times their length', () => {
    const [item] = unwrap(deflateRawSync(Buffer.alloc(MIB, 'a')));
    expect(typeof item).toBe('string');
  });
});

describe('envelopes in envelopes', () => {
  it('are opened to the depth of the limit; what is deeper is taken as it is', () => {
    let message = Buffer.from(LINE);
    for (let depth = 0; depth < 8; depth++)
      message = Buffer.from(JSON.stringify({ log: message.toString() }));
    expect(unwrap(message)).toEqual([LINE]);
    expect(unwrap(JSON.stringify({ log: message.toString() }))).toEqual([
      JSON.stringify({ log: LINE }),
    ]);
  });

  it.each([
    ['arrays', '['.repeat(1_000_000)],
    ['closed arrays', '['.repeat(100_000) + ']'.repeat(100_000)],
    ['objects', '{"log":'.repeat(200_000)],
    ['closed objects', '{"log":'.repeat(100_000) + '1' + '}'.repeat(100_000)],
    ['documents', '{}'.repeat(500_000)],
    ['open quotes', '"'.repeat(1_000_001)],
    ['priorities', '<190>'.repeat(200_000)],
    ['syslog heads', '<190>Nov 22 22:00:00 a b: '.repeat(40_000)],
    ['octet counts', '5 <1>aa'.repeat(140_000)],
    ['structured data', `<1>1 - - - - - ${'[a b="c"]'.repeat(100_000)}`],
    ['open structured data', `<1>1 - - - - - ${'[a b="'.repeat(150_000)}`],
    ['base64 with one wrong character', `${'A'.repeat(1_000_000)}!`],
    ['base64 of nothing', 'A'.repeat(1_000_000)],
    ['record marks of protobuf', Buffer.alloc(MIB, 0x0a)],
    ['empty records in protobuf', Buffer.alloc(MIB, Buffer.from([0x0a, 0x00]))],
  ])('cost linear time, %s for one', (_, message) => {
    const start = process.cpuUsage();
    const items = unwrap(message);
    const { user } = process.cpuUsage(start);
    expect(items.length).toBeGreaterThan(0);
    expect(user / 1e6).toBeLessThan(10);
  });
});

describe('objects', () => {
  it('stay text beyond what a message may hold of them', () => {
    const line = JSON.stringify({ remote_addr: '192.0.2.7', padding: 'x'.repeat(1000) });
    const items = unwrap(`${line}\n`.repeat(20_000));
    expect(items).toHaveLength(20_000);
    expect(typeof items[0]).toBe('object');
    expect(items.at(-1)).toBe(line);
  });

  it('are not parsed where that would take gigabytes', () => {
    const message = `[${'{},'.repeat(3_000_000)}{}]`;
    expect(unwrap(message)).toEqual([message]);
  });
});

describe('bytes that are no UTF-8', () => {
  it('become text line by line where there are many', () => {
    const message = Buffer.alloc(33 * MIB, `${'x'.repeat(MIB - 2)}\xff\n`, 'latin1');
    const items = unwrap(gzipSync(message));
    expect(items).toHaveLength(33);
    expect(items[32]).toBe(`${'x'.repeat(MIB - 2)}\\xff`);
    expect(unwrap(gzipSync(Buffer.alloc(33 * MIB, 0xff))).map(failureOf)).toEqual(['too_long']);
  });
});
