import { crc32c } from '@node-rs/crc32';
import { messageOf } from '../message-of.js';
import { codecOf } from '../codecs/codecs.js';
import { decodeRecords } from './decode-records.js';
import { type LogMessage } from './log-message.js';
import { undecodableMessages } from './undecodable-messages.js';

/**
 * Where the fields of a record batch (format v2) lie.
 * https://kafka.apache.org/documentation/#recordbatch
 */
const AT = {
  baseOffset: 0,
  length: 8,
  magic: 16,
  crc: 17,
  checked: 21,
  attributes: 21,
  lastOffsetDelta: 23,
  baseTimestamp: 27,
  maxTimestamp: 35,
  producerId: 43,
  count: 57,
  records: 61,
} as const;

const CODEC = 0x07;
const LOG_APPEND_TIME = 0x08;
const TRANSACTIONAL = 0x10;
const CONTROL = 0x20;
/** Version 0, type 0: see https://kafka.apache.org/documentation/#controlbatch */
const ABORT_MARKER = Buffer.from([0, 0, 0, 0]);

/** What the log begins a batch with: the offset and its length in bytes, which does not count these. */
const OVERHEAD_BYTES = AT.length + 4;
const SMALLEST_BYTES = AT.records - OVERHEAD_BYTES;

/** One record batch as it came from the broker: its records are decompressed and decoded when they are asked for. */
export class RecordBatch {
  readonly #bytes: Buffer;

  /** @param bytes the whole batch, header and records */
  private constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  /**
   * The batch at a position of a fetched record set.
   * @returns undefined when its end was not fetched, or what stands there is of another format, to be read with the next fetch
   * @throws when there is nothing before it that could be read instead
   */
  static at(recordSet: Buffer, position: number): RecordBatch | undefined {
    if (recordSet.length - position < AT.records) return undefined;
    const length = recordSet.readInt32BE(position + AT.length);
    if (recordSet[position + AT.magic] !== 2 || length < SMALLEST_BYTES) {
      if (position > 0) return undefined;
      throw new Error('what was fetched does not begin with a record batch');
    }
    const end = position + OVERHEAD_BYTES + length;
    return end > recordSet.length ? undefined : new RecordBatch(recordSet.subarray(position, end));
  }

  /** Bytes in the log, compressed. */
  get size(): number {
    return this.#bytes.length;
  }

  get baseOffset(): number {
    return Number(this.#bytes.readBigInt64BE(AT.baseOffset));
  }

  /** Of the last record that was written; compaction may have removed it. */
  get lastOffset(): number {
    return this.baseOffset + Math.max(0, this.#bytes.readInt32BE(AT.lastOffsetDelta));
  }

  get producerId(): bigint {
    return this.#bytes.readBigInt64BE(AT.producerId);
  }

  get isTransactional(): boolean {
    return this.#has(TRANSACTIONAL);
  }

  /** Holds the broker's own record: how a transaction ended. */
  get isControl(): boolean {
    return this.#has(CONTROL);
  }

  /** Whether it says that the transaction of its producer was given up. */
  get isAbortMarker(): boolean {
    if (!this.isControl || this.#damage() !== undefined) return false;
    const [marker] = this.#decode(this.#bytes.subarray(AT.records));
    return marker?.key?.equals(ABORT_MARKER) === true;
  }

  /**
   * The messages in it, in order of offset. What does not match its checksum, or cannot be decompressed, comes as messages
   * without value that say why, one for each record, so that their offsets can be accounted for.
   */
  async messages(): Promise<Iterable<LogMessage>> {
    const codec = codecOf(this.#attributes & CODEC);
    const damage = this.#damage();
    if (damage !== undefined) return this.#undecodable(`${codec.name}: ${damage}`);
    try {
      const records = this.#bytes.subarray(AT.records);
      return this.#decode(await codec.decompress(records));
    } catch (error) {
      return this.#undecodable(`${codec.name}: ${messageOf(error)}`);
    }
  }

  #decode(records: Buffer): Iterable<LogMessage> {
    const isAppendTime = this.#has(LOG_APPEND_TIME);
    return decodeRecords(records, {
      count: this.#count,
      baseOffset: this.baseOffset,
      lastOffset: this.lastOffset,
      baseTime: isAppendTime ? this.#maxTime : Number(this.#bytes.readBigInt64BE(AT.baseTimestamp)),
      isAppendTime,
    });
  }

  #undecodable(reason: string): Iterable<LogMessage> {
    const { baseOffset, lastOffset } = this;
    const appendTime = this.#maxTime;
    const count = Math.max(1, Math.min(this.#count, lastOffset - baseOffset + 1));
    return undecodableMessages({ from: baseOffset, lastOffset, count, appendTime, reason });
  }

  #damage(): string | undefined {
    const isWhole = crc32c(this.#bytes.subarray(AT.checked)) === this.#bytes.readUInt32BE(AT.crc);
    return isWhole ? undefined : 'the record batch does not match its checksum';
  }

  get #attributes(): number {
    return this.#bytes.readInt16BE(AT.attributes);
  }

  get #count(): number {
    return this.#bytes.readInt32BE(AT.count);
  }

  get #maxTime(): number {
    return Number(this.#bytes.readBigInt64BE(AT.maxTimestamp));
  }

  #has(flag: number): boolean {
    return (this.#attributes & flag) !== 0;
  }
}
