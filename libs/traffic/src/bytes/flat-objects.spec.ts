import { describe, expect, it } from '@jest/globals';
import { FlatObjects } from './flat-objects.js';
import { LineBytes } from './line-bytes.js';

const entry = (changes: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    msec: 1_795_381_200,
    remote_addr: '192.0.2.7',
    request: 'GET /a HTTP/1.1',
    agent: 'x',
    ...changes,
  });

/** Objects with as many different lists of keys. */
const layouts = (count: number): string[] =>
  Array.from({ length: count }, (_, at) => entry({ [`own_${at}`]: at }));

/** How many of the lines of one source are taken. */
function taken(lines: readonly string[], isTaken: (key: string) => boolean = () => false): number {
  const line = new LineBytes();
  const objects = new FlatObjects(line, { name: 's', format: 'auto' }, isTaken);
  return lines.filter((text) => line.takeText(text) && objects.take() !== null).length;
}

describe('FlatObjects', () => {
  it('takes the objects of a server that writes several layouts', () => {
    expect(taken([...layouts(8), ...layouts(8)])).toBe(16);
  });

  it('takes few of a source that writes ever new ones', () => {
    expect(taken(layouts(400))).toBeLessThan(100);
  });

  it('remembers the layouts that are written, and of all others no more than a few', () => {
    const usual = entry();
    // So many new ones are looked at.
    const amongOthers = layouts(63).flatMap((one) => [one, usual]);
    expect(taken([usual, ...amongOthers])).toBe(127);
    expect(taken([...layouts(64), ...layouts(64)])).toBe(64 + 8);
  });

  it('looks no longer for layouts where only values are odd', () => {
    const odd = Array.from({ length: 100 }, () => entry({ agent: 'a"b' }));
    expect(taken([entry(), ...odd, entry({ own: 1 })])).toBe(2);
  });

  it('leaves objects with a key that others read, every time', () => {
    const lines = [entry(), entry({ message: 'x' }), entry({ message: 'x' }), entry()];
    expect(taken(lines, (key) => key === 'message')).toBe(2);
  });
});
