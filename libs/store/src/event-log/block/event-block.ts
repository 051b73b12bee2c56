import { type LogPosition, type StoredLine } from '../stored-line.js';
import { BlockWriter } from './block-writer.js';
import { EventColumns } from './event-columns.js';
import { type KnownRow } from './known-row.js';
import { RowWriter } from './row-writer.js';
import { Vocabulary } from './vocabulary.js';

const DAY_MS = 86_400_000;

/** What one insert sends. */
export interface NativeBlock {
  readonly columns: readonly [string, ...string[]];
  readonly rows: number;
  /** The block, in order; not to be changed until it is sent. */
  readonly chunks: readonly Uint8Array[];
}

/**
 * Rows of consecutive messages of one partition and one append day, encoded as they come: one block,
 * one table partition, one part. Columns that hold nothing are not sent, repeated texts are sent once.
 */
export class EventBlock {
  readonly #columns: EventColumns;
  readonly #writer: RowWriter;
  #offsets: Float64Array;
  #rows = 0;
  #day = 0;

  /**
   * @param maxEventAgeMs age at which an event's time is not believed any more
   * @param vocabulary of the texts; the blocks of one reader share theirs
   * @param used a block that nobody looks at any more, whose memory this one takes over: making it anew for every block would
   *   have it collected as often
   */
  constructor(
    readonly topic: string,
    readonly partition: number,
    maxEventAgeMs: number,
    private readonly vocabulary = new Vocabulary(),
    used?: EventBlock,
  ) {
    const isFitting = used?.vocabulary === vocabulary;
    this.#columns = isFitting ? used.#columns : new EventColumns(vocabulary);
    this.#offsets = isFitting ? used.#offsets : new Float64Array(1_024);
    if (isFitting) this.#columns.clear(used.#rows);
    this.#writer = new RowWriter(this.#columns, maxEventAgeMs);
  }

  get rows(): number {
    return this.#rows;
  }

  /** Offset of the first message; -1 when there is none. */
  get firstOffset(): number {
    return this.#rows === 0 ? -1 : (this.#offsets[0] ?? -1);
  }

  /** One past the offset of the last message. */
  get end(): number {
    return this.#rows === 0 ? 0 : (this.#offsets[this.#rows - 1] ?? 0) + 1;
  }

  /** Whether a message appended then may go into this block. */
  takes(appendTime: number): boolean {
    return this.#rows === 0 || dayOf(appendTime) === this.#day;
  }

  /**
   * Adds the next row, in order of offset and index. Never throws and never drops a row: what does not
   * fit its column becomes that column's default, because one refused row would refuse the whole block.
   */
  add(line: StoredLine): void {
    this.vocabulary.makeRoom();
    this.#writer.write(this.#nextRow(line.position), line);
  }

  /** As `add`, for a row whose texts are in the vocabulary. */
  addKnown(position: LogPosition, source: string, known: KnownRow): void {
    this.#writer.writeKnown(this.#nextRow(position), position, source, known);
  }

  /** Index of the first row of a message at or after `offset`. */
  rowAt(offset: number): number {
    let low = 0;
    let high = this.#rows;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#offsets[middle] ?? 0) < offset) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** The rows from `fromRow` on, in ClickHouse's Native format. */
  encode(fromRow: number): NativeBlock {
    const writer = new BlockWriter();
    const used = this.#columns.used();
    writer.varint(used.length);
    writer.varint(this.#rows - fromRow);
    for (const [name, column] of used) {
      writer.text(name);
      writer.text(column.type);
      column.write(writer, fromRow, this.#rows);
    }
    const [first = 'kafka_topic', ...others] = used.map(([name]) => name);
    return { columns: [first, ...others], rows: this.#rows - fromRow, chunks: writer.chunks };
  }

  #nextRow({ offset, appendTime }: LogPosition): number {
    const row = this.#rows++;
    if (row === 0) this.#day = dayOf(appendTime);
    if (row === this.#offsets.length) this.#grow();
    this.#offsets[row] = offset;
    return row;
  }

  #grow(): void {
    const larger = new Float64Array(this.#offsets.length * 2);
    larger.set(this.#offsets);
    this.#offsets = larger;
  }
}

function dayOf(appendTime: number): number {
  return Math.floor(appendTime / DAY_MS);
}
