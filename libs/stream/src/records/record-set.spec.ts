import { describe, expect, it } from '@jest/globals';
import { crc32c } from '@node-rs/crc32';
import { gzipSync } from 'node:zlib';
import { type LogMessage } from './log-message.js';
import { type AbortedTransaction, recordSet } from './record-set.js';

const GZIP = 1;
const LOG_APPEND_TIME = 8;
const TRANSACTIONAL = 16;
const CONTROL = 32;

interface Written {
  offset?: number;
  time?: number;
  key?: string | null;
  value?: string | null;
  headers?: [string, string | null][];
}

function varint(value: number): Buffer {
  let rest = BigInt.asUintN(64, (BigInt(value) << 1n) ^ (BigInt(value) >> 63n));
  const bytes: number[] = [];
  for (; rest > 127n; rest >>= 7n) bytes.push(Number(rest & 127n) | 128);
  return Buffer.from([...bytes, Number(rest)]);
}

const counted = (text: string | null): Buffer =>
  text === null
    ? varint(-1)
    : Buffer.concat([varint(Buffer.byteLength(text)), Buffer.from(text, 'utf8')]);

function record({ offset = 0, time = 0, key = null, value = '', headers = [] }: Written): Buffer {
  const body = Buffer.concat([
    Buffer.from([0]),
    varint(time),
    varint(offset),
    counted(key),
    counted(value),
    varint(headers.length),
    ...headers.flatMap(([name, content]) => [counted(name), counted(content)]),
  ]);
  return Buffer.concat([varint(body.length), body]);
}

interface Batch {
  base?: number;
  records: Written[];
  /** When compaction has removed the last ones. */
  lastOffsetDelta?: number;
  attributes?: number;
  baseTime?: number;
  maxTime?: number;
  producer?: number;
  count?: number;
}

/** A record batch as a broker has it, its checksum right. */
function batch({ base = 0, records, attributes = 0, ...fields }: Batch): Buffer {
  const plain = Buffer.concat(records.map((one, index) => record({ offset: index, ...one })));
  const content = (attributes & 7) === GZIP ? gzipSync(plain) : plain;
  const header = Buffer.alloc(61);
  header.writeBigInt64BE(BigInt(base), 0);
  header.writeInt32BE(49 + content.length, 8);
  header.writeInt8(2, 16);
  header.writeInt16BE(attributes, 21);
  header.writeInt32BE(fields.lastOffsetDelta ?? records.length - 1, 23);
  header.writeBigInt64BE(BigInt(fields.baseTime ?? 1_000), 27);
  header.writeBigInt64BE(BigInt(fields.maxTime ?? 9_000), 35);
  header.writeBigInt64BE(BigInt(fields.producer ?? -1), 43);
  header.writeInt32BE(fields.count ?? records.length, 57);
  const bytes = Buffer.concat([header, content]);
  bytes.writeUInt32BE(crc32c(bytes.subarray(21)), 17);
  return bytes;
}

const control = (base: number, producer: number, type: number): Buffer =>
  batch({
    base,
    producer,
    attributes: TRANSACTIONAL | CONTROL,
    records: [{ key: `\0\0\0${String.fromCharCode(type)}`, value: '' }],
  });

async function read(bytes: Buffer, aborted: AbortedTransaction[] = []): Promise<LogMessage[]> {
  const messages: LogMessage[] = [];
  for (const fetched of recordSet(bytes, aborted)) messages.push(...(await fetched.messages()));
  return messages;
}

const offsets = (messages: readonly LogMessage[]): number[] => messages.map(({ offset }) => offset);
const texts = (messages: readonly LogMessage[]): unknown[] =>
  messages.map(({ value }) => value?.toString() ?? null);

describe('recordSet', () => {
  it('reads keys, values, headers and times of records short and long', async () => {
    const long = 'x'.repeat(70_000);
    const messages = await read(
      batch({
        base: 2 ** 40,
        baseTime: 1_700_000_000_000,
        records: [
          {
            value: 'a',
            key: 'k',
            headers: [
              ['h', '1'],
              ['h', '2'],
              ['n', null],
            ],
          },
          { value: long, time: 5_000_000_000 },
          { value: null, time: -3 },
        ],
      }),
    );
    expect(offsets(messages)).toEqual([2 ** 40, 2 ** 40 + 1, 2 ** 40 + 2]);
    expect(texts(messages)).toEqual(['a', long, null]);
    expect(messages.map(({ appendTime }) => appendTime - 1_700_000_000_000)).toEqual([
      0, 5_000_000_000, -3,
    ]);
    expect(messages.map(({ key }) => key?.toString())).toEqual(['k', undefined, undefined]);
    expect(messages[0]?.headers).toEqual({ h: Buffer.from('1') });
  });

  it('gives every record the time of the broker where the topic says so', async () => {
    const records = [{ time: 1 }, { time: 2 }];
    const messages = await read(batch({ records, attributes: LOG_APPEND_TIME | GZIP }));
    expect(messages.map(({ appendTime }) => appendTime)).toEqual([9_000, 9_000]);
  });

  it('stands at the last offset that was written, whatever compaction has left', async () => {
    const bytes = Buffer.concat([
      batch({ base: 10, lastOffsetDelta: 9, records: [{ offset: 2 }, { offset: 5 }] }),
      batch({ base: 20, lastOffsetDelta: 4, records: [] }),
    ]);
    expect(recordSet(bytes, []).map(({ lastOffset }) => lastOffset)).toEqual([19, 24]);
    expect(offsets(await read(bytes))).toEqual([12, 15]);
  });

  it('leaves out the batch whose end was not fetched', () => {
    const bytes = Buffer.concat([batch({ records: [{}] }), batch({ base: 1, records: [{}] })]);
    for (const missing of [1, 30, 60]) {
      expect(recordSet(bytes.subarray(0, -missing), [])).toHaveLength(1);
    }
    expect(recordSet(Buffer.alloc(0), [])).toEqual([]);
  });

  it('keeps the offsets of the broker’s own records and of aborted transactions, not their messages', async () => {
    const bytes = Buffer.concat([
      batch({ base: 0, producer: 7, attributes: TRANSACTIONAL, records: [{ value: 'aborted' }] }),
      batch({
        base: 1,
        producer: 8,
        attributes: TRANSACTIONAL,
        records: [{ value: 'aborted too' }],
      }),
      batch({ base: 2, producer: 9, attributes: TRANSACTIONAL, records: [{ value: 'committed' }] }),
      batch({ base: 3, records: [{ value: 'alone' }] }),
      control(4, 7, 0),
      batch({ base: 5, producer: 7, attributes: TRANSACTIONAL, records: [{ value: 'again' }] }),
      control(6, 9, 1),
    ]);
    // The second began before what was fetched.
    const aborted = [
      { producerId: 8n, firstOffset: -5 },
      { producerId: 7n, firstOffset: -6 },
    ];
    expect(texts(await read(bytes, aborted))).toEqual(['committed', 'alone', 'again']);
    expect(recordSet(bytes, aborted).map(({ lastOffset }) => lastOffset)).toEqual([
      0, 1, 2, 3, 4, 5, 6,
    ]);
  });

  it('puts a message with the reason in the place of each record of a damaged batch', async () => {
    const bytes = batch({ base: 5, records: [{ value: 'one' }, { value: 'two' }] });
    bytes[bytes.length - 2] = 0;
    const messages = await read(
      Buffer.concat([bytes, batch({ base: 7, records: [{ value: 'three' }] })]),
    );
    expect(offsets(messages)).toEqual([5, 6, 7]);
    expect(texts(messages)).toEqual([null, null, 'three']);
    expect(messages.map(({ undecodable }) => undecodable)).toEqual([
      'uncompressed: the record batch does not match its checksum',
      'uncompressed: the record batch does not match its checksum',
      undefined,
    ]);
  });

  it('does so for an unknown codec, for broken compression, and for records that are not as the format says', async () => {
    const unknown = batch({ records: [{ value: 'one' }], attributes: 7 });
    const broken = batch({ base: 1, records: [{ value: 'not gzip' }] });
    broken.writeInt16BE(GZIP, 21);
    broken.writeUInt32BE(crc32c(broken.subarray(21)), 17);
    const short = batch({ base: 2, records: [{ value: 'one' }], count: 3, lastOffsetDelta: 2 });
    const messages = await read(Buffer.concat([unknown, broken, short]));
    expect(offsets(messages)).toEqual([0, 1, 2, 3, 4]);
    expect(messages.map(({ undecodable }) => undecodable?.split(':')[0])).toEqual([
      'codec 7',
      'gzip',
      undefined,
      'Error',
      'Error',
    ]);
  });

  it('is not led astray by what a damaged header claims', async () => {
    const bytes = batch({ records: [{ value: 'one' }] });
    bytes.writeInt32BE(-5, 57);
    bytes.writeInt32BE(-5, 23);
    expect(offsets(await read(bytes))).toEqual([0]);
    expect(() => recordSet(Buffer.alloc(100), [])).toThrow('does not begin with a record batch');
  });
});
