import { type LogMessage } from './log-message.js';
import { undecodableMessages } from './undecodable-messages.js';

/** What the header of a record batch says of its records. */
export interface RecordContext {
  readonly count: number;
  readonly baseOffset: number;
  readonly lastOffset: number;
  /** What the records' times are added to, or with `isAppendTime` the time of all of them; milliseconds. */
  readonly baseTime: number;
  readonly isAppendTime: boolean;
}

const NO_HEADERS: Readonly<Record<string, Buffer>> = {};

/** Reads the numbers of the format: zigzag in groups of seven bits. https://kafka.apache.org/documentation/#record */
class RecordReader {
  at = 0;

  constructor(readonly bytes: Buffer) {}

  /** Exact up to 2^53; what is longer than ten bytes is no number of this format. */
  varint(): number {
    const { bytes } = this;
    const first = bytes[this.at++] ?? 0;
    if (first < 128) return (first >>> 1) ^ -(first & 1);
    let value = first & 127;
    let scale = 128;
    for (let length = 2; length <= 10; length += 1) {
      const byte = bytes[this.at++];
      if (byte === undefined) throw new Error('a number is cut short');
      value += (byte & 127) * scale;
      if (byte < 128) return value % 2 === 0 ? value / 2 : -(value + 1) / 2;
      scale *= 128;
    }
    throw new Error('a number is too long');
  }

  /** Bytes whose length stands before them; null where that is negative. */
  counted(): Buffer | null {
    const length = this.varint();
    if (length < 0) return null;
    const start = this.at;
    this.at += length;
    if (this.at > this.bytes.length) throw new Error('a record reaches beyond its batch');
    return this.bytes.subarray(start, this.at);
  }

  /** Moves behind such bytes. */
  skipCounted(): void {
    const length = this.varint();
    if (length > 0) this.at += length;
  }
}

/** A record of a batch. Few readers want its key or headers: they are looked for when asked for. */
class KafkaRecord implements LogMessage {
  constructor(
    readonly offset: number,
    readonly appendTime: number,
    readonly value: Buffer | null,
    private readonly batch: Buffer,
    private readonly keyAt: number,
  ) {}

  get key(): Buffer | null {
    return this.#reader().counted();
  }

  get headers(): Readonly<Record<string, Buffer>> {
    const reader = this.#reader();
    reader.skipCounted();
    reader.skipCounted();
    const count = reader.varint();
    if (count <= 0) return NO_HEADERS;
    const headers: Record<string, Buffer> = {};
    for (let index = 0; index < count; index += 1) {
      const name = reader.counted()?.toString() ?? '';
      const value = reader.counted();
      if (value !== null) headers[name] ??= value;
    }
    return headers;
  }

  #reader(): RecordReader {
    const reader = new RecordReader(this.batch);
    reader.at = this.keyAt;
    return reader;
  }
}

/**
 * The messages of a record batch, one after another, without anything kept of those before. A record that is not as the
 * format says ends the reading: it and those behind it come as messages without value.
 *
 * @param records decompressed
 */
export function* decodeRecords(
  records: Buffer,
  context: RecordContext,
): Generator<LogMessage, void> {
  const reader = new RecordReader(records);
  const { count, baseOffset, lastOffset } = context;
  let next = baseOffset;
  for (let index = 0; index < count; index += 1) {
    const record = recordOrReason(reader, context);
    if (typeof record === 'string') {
      const left = Math.max(1, Math.min(count - index, lastOffset - next + 1));
      const place = { from: next, lastOffset: Math.max(next, lastOffset), count: left };
      yield* undecodableMessages({ ...place, appendTime: context.baseTime, reason: record });
      return;
    }
    next = record.offset + 1;
    yield record;
  }
}

function recordOrReason(reader: RecordReader, context: RecordContext): LogMessage | string {
  try {
    return nextRecord(reader, context);
  } catch (error) {
    return String(error);
  }
}

function nextRecord(reader: RecordReader, context: RecordContext): LogMessage {
  const length = reader.varint();
  const end = reader.at + length;
  if (length <= 0 || end > reader.bytes.length)
    throw new Error('a record reaches beyond its batch');
  reader.at += 1;
  const time = reader.varint();
  const offset = context.baseOffset + reader.varint();
  const keyAt = reader.at;
  reader.skipCounted();
  const value = reader.counted();
  if (reader.at > end) throw new Error('a record is longer than it says');
  reader.at = end;
  const appendTime = context.isAppendTime ? context.baseTime : context.baseTime + time;
  return new KafkaRecord(offset, appendTime, value, reader.bytes, keyAt);
}
