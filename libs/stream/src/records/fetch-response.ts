import { type FetchedRecords, recordSet } from './record-set.js';

/** Of the protocol, as far as this reader goes: before 4 there are no record batches, kafkajs asks for 11 at most. */
export const FETCH_VERSIONS = [4, 5, 6, 7, 8, 9, 10, 11] as const;

/** Since these versions there is, in a response … */
const LOG_START_OFFSET_SINCE = 5;
const SESSION_SINCE = 7;
/** … and from this one on the broker answers before it throttles, so that the client has to wait. */
const CLIENT_THROTTLES_SINCE = 8;
const PREFERRED_REPLICA_SINCE = 11;

const MAGIC_AT = 16;

/** One for each record batch, in the place of the message that kafkajs would make of each record. */
export interface BatchMessage {
  readonly offset: string;
  readonly isControlRecord: false;
  readonly records: FetchedRecords;
}

/** How kafkajs reads the messages of Kafka before 0.11, which it is asked to do then. */
export type OldMessages = (recordSet: Buffer) => Promise<BatchMessage[]>;

class ResponseReader {
  #at = 0;

  constructor(private readonly bytes: Buffer) {}

  int16(): number {
    this.#at += 2;
    return this.bytes.readInt16BE(this.#at - 2);
  }

  int32(): number {
    this.#at += 4;
    return this.bytes.readInt32BE(this.#at - 4);
  }

  int64(): bigint {
    this.#at += 8;
    return this.bytes.readBigInt64BE(this.#at - 8);
  }

  text(): string {
    return this.#take(this.int16()).toString();
  }

  /** Bytes with their length before them, as far as they came. */
  counted(): Buffer {
    return this.#take(Math.max(0, this.int32()));
  }

  #take(length: number): Buffer {
    this.#at += length;
    return this.bytes.subarray(this.#at - length, this.#at);
  }

  /** @param item reads one; a negative count means none */
  array<T>(item: () => T): T[] {
    return Array.from({ length: Math.max(0, this.int32()) }, item);
  }
}

/**
 * Decodes a fetch response into what kafkajs's own decoder of that version gives, but for the messages: there is one for each
 * record batch, and nothing is decompressed. https://kafka.apache.org/protocol#The_Messages_Fetch
 */
export async function decodeFetchResponse(
  bytes: Buffer,
  version: number,
  readOld: OldMessages,
): Promise<object> {
  const reader = new ResponseReader(bytes);
  const throttle = reader.int32();
  const clientThrottles = version >= CLIENT_THROTTLES_SINCE;
  const head = {
    ...(clientThrottles
      ? { throttleTime: 0, clientSideThrottleTime: throttle }
      : { throttleTime: throttle }),
    ...(version >= SESSION_SINCE && { errorCode: reader.int16(), sessionId: reader.int32() }),
  };
  const topics = reader.array(() => ({
    topicName: reader.text(),
    partitions: reader.array(() => readPartition(reader, version)),
  }));
  const responses = await Promise.all(
    topics.map(async ({ topicName, partitions }) => ({
      topicName,
      partitions: await Promise.all(partitions.map((one) => withMessages(one, readOld))),
    })),
  );
  return { ...head, responses };
}

type FetchedPartition = ReturnType<typeof readPartition>;

function readPartition(reader: ResponseReader, version: number) {
  return {
    partition: reader.int32(),
    errorCode: reader.int16(),
    highWatermark: String(reader.int64()),
    lastStableOffset: String(reader.int64()),
    ...(version >= LOG_START_OFFSET_SINCE && { lastStartOffset: String(reader.int64()) }),
    aborted: reader.array(() => ({
      producerId: reader.int64(),
      firstOffset: Number(reader.int64()),
    })),
    ...(version >= PREFERRED_REPLICA_SINCE && { preferredReadReplica: reader.int32() }),
    recordSet: reader.counted(),
  };
}

async function withMessages(
  { aborted, recordSet: bytes, ...partition }: FetchedPartition,
  readOld: OldMessages,
): Promise<object> {
  const isOld = bytes.length > MAGIC_AT && (bytes[MAGIC_AT] ?? 2) < 2;
  const messages = isOld ? await readOld(bytes) : recordSet(bytes, aborted).map(asMessage);
  return { ...partition, abortedTransactions: [], messages };
}

const asMessage = (records: FetchedRecords): BatchMessage => ({
  offset: String(records.lastOffset),
  isControlRecord: false,
  records,
});
