import { describe, expect, it } from '@jest/globals';
import { createRequire } from 'node:module';
import { registerCodecs } from '../codecs/register-codecs.js';
import { fetchRecordBatches } from './fetch-record-batches.js';
import { type BatchMessage, FETCH_VERSIONS } from './fetch-response.js';

interface Fetched {
  responses: { partitions: { messages: Record<string, unknown>[] }[] }[];
}
type Decode = (bytes: Buffer) => Promise<Fetched>;

const requireHere = createRequire(import.meta.url);
const kafkajs = (path: string): never => requireHere(`kafkajs/src/protocol/${path}`) as never;
const responseOf = (version: number): { decode: Decode } =>
  kafkajs(`requests/fetch/v${version}/response.js`);

const { RecordBatch }: { RecordBatch: (fields: object) => Promise<{ buffer: Buffer }> } =
  kafkajs('recordBatch/v0/index.js');
const record: (fields: object) => { buffer: Buffer } = kafkajs('recordBatch/record/v0/index.js');
const messageSet: (fields: object) => { buffer: Buffer } = kafkajs('messageSet/index.js');

/** Two batches as kafkajs itself writes them, and the beginning of a third. */
async function recordBatches(): Promise<Buffer> {
  const records = ['one', 'two'].map((value, offsetDelta) =>
    record({ offsetDelta, timestampDelta: 7, key: 'key', value, headers: { name: 'value' } }),
  );
  const fields = { firstTimestamp: 1_000, maxTimestamp: 1_007, lastOffsetDelta: 1 };
  const { buffer } = await RecordBatch({ ...fields, compression: 0, records });
  const second = Buffer.from(buffer);
  second.writeBigInt64BE(2n, 0);
  return Buffer.concat([buffer, second, buffer.subarray(0, 70)]);
}

function responseWith(recordSet: Buffer, version: number): Buffer {
  const int16 = (value: number): Buffer => {
    const bytes = Buffer.alloc(2);
    bytes.writeInt16BE(value);
    return bytes;
  };
  const int32 = (value: number): Buffer => {
    const bytes = Buffer.alloc(4);
    bytes.writeInt32BE(value);
    return bytes;
  };
  const int64 = (value: number): Buffer => {
    const bytes = Buffer.alloc(8);
    bytes.writeBigInt64BE(BigInt(value));
    return bytes;
  };
  const partition = (number: number, content: Buffer): Buffer[] => [
    int32(number),
    int16(0),
    int64(40),
    int64(39),
    ...(version >= 5 ? [int64(3)] : []),
    int32(-1),
    ...(version >= 11 ? [int32(-1)] : []),
    int32(content.length),
    content,
  ];
  return Buffer.concat([
    int32(11),
    ...(version >= 7 ? [int16(0), int32(77)] : []),
    int32(1),
    int16(4),
    Buffer.from('logs'),
    int32(2),
    ...partition(0, recordSet),
    ...partition(1, Buffer.alloc(0)),
  ]);
}

/** The messages of a response, which has none then. */
function takeMessages({ responses }: Fetched): Record<string, unknown>[] {
  const partitions = responses.flatMap((response) => response.partitions);
  return partitions.flatMap((partition) => partition.messages.splice(0));
}

async function recordsOf(batches: readonly BatchMessage[]): Promise<object[]> {
  const read = await Promise.all(batches.map(({ records }) => records.messages()));
  return read.flatMap((messages) =>
    [...messages].map(({ offset, appendTime, key, value, headers }) => ({
      offset: String(offset),
      timestamp: String(appendTime),
      key,
      value,
      headers,
    })),
  );
}

describe('fetchRecordBatches', () => {
  registerCodecs();
  const own = new Map(FETCH_VERSIONS.map((version) => [version, responseOf(version).decode]));
  fetchRecordBatches();

  it.each(FETCH_VERSIONS)(
    'gives what kafkajs gives in version %i, batch by batch',
    async (version) => {
      const bytes = responseWith(await recordBatches(), version);
      const theirs = (await own.get(version)?.(bytes)) ?? { responses: [] };
      const ours = await responseOf(version).decode(bytes);
      const batches = takeMessages(ours) as unknown as BatchMessage[];
      expect(batches.map(({ offset }) => offset)).toEqual(['1', '3']);
      expect(await recordsOf(batches)).toEqual(
        takeMessages(theirs).map(({ offset, timestamp, key, value, headers }) => ({
          offset,
          timestamp,
          key,
          value,
          headers,
        })),
      );
      expect(ours).toEqual(theirs);
    },
  );

  it('still reads message sets, the format before Kafka 0.11', async () => {
    const { buffer } = messageSet({
      messageVersion: 1,
      compression: 0,
      entries: [{ timestamp: 1_000, key: 'k', value: 'old' }],
    });
    buffer.writeBigInt64BE(5n);
    const { responses } = await responseOf(4).decode(responseWith(buffer, 4));
    const [message] = responses[0]?.partitions[0]?.messages as unknown as BatchMessage[];
    const [old] = (await message?.records.messages()) ?? [];
    expect(old).toMatchObject({ offset: 5, appendTime: 1_000, value: Buffer.from('old') });
  });
});
