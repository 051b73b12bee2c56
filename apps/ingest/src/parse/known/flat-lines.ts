import { opensEnvelope } from '#libs/envelope';
import { type EventBlock, KnownDetails, KnownRow, type LogPosition, NO_ROOM } from '#libs/store';
import { FLAT_FIELDS, FlatObjects, LineBytes, type Source } from '#libs/traffic';
import { FlatDetails } from './flat-details.js';
import { type KnownPieces } from './known-pieces.js';

/** Whether the flat objects of a source tell by themselves all that its rows hold. */
export function hasFlatObjects({ format, identity, sampleRate }: Source): boolean {
  const isRead = format === 'auto' || format === 'nginx_json' || format === 'json';
  return isRead && identity === undefined && (sampleRate ?? 1) === 1;
}

/**
 * Reads lines that are one JSON object of plain values under keys that come again and again, from their bytes to their rows without
 * making texts or objects of them. Every other line is left to the general reader, which makes the same rows of these.
 */
export class FlatLines {
  readonly #line = new LineBytes();
  readonly #objects: FlatObjects;
  readonly #details: FlatDetails;
  readonly #row = new KnownRow(new KnownDetails(this.#line));
  readonly #clockCorrectionMs: number;

  constructor(
    private readonly source: Source,
    private readonly known: KnownPieces,
    keyedHash: (value: string) => string,
  ) {
    this.#objects = new FlatObjects(this.#line, source, opensEnvelope);
    this.#details = new FlatDetails(known.vocabulary, {
      line: this.#line,
      objects: this.#objects,
      keyedHash,
    });
    this.#clockCorrectionMs = source.clockCorrectionMs ?? 0;
    this.#row.serverAddress = (source.defaultHost ?? '').toLowerCase();
  }

  /** Adds the row of a message that is one such line. @returns false where it is none, and nothing was added */
  addMessage(value: Uint8Array, position: LogPosition, block: EventBlock): boolean {
    return this.#line.takeMessage(value) && this.#add(position, block);
  }

  #add(position: LogPosition, block: EventBlock): boolean {
    const row = this.#row;
    const { details } = row;
    const plan = this.#objects.take();
    if (plan === null || details === null) return false;
    const { pieces } = this.#objects.read;
    if (!this.known.read(this.#line, pieces, row) || !this.#readRest(row, details)) return false;
    row.format = plan.format;
    details.timeKind = plan.timeKind;
    row.eventTime = pieces.time + this.#clockCorrectionMs;
    row.status = pieces.status;
    row.bodySize = pieces.size;
    block.addKnown(position, this.source.name, row);
    return true;
  }

  #readRest(row: KnownRow, details: KnownDetails): boolean {
    if (!this.#details.read(details)) return false;
    const version = this.#details.version();
    if (version >= 0) row.version = version;
    row.accountKey = this.#details.keyOf(FLAT_FIELDS.accountKey);
    return version !== NO_ROOM;
  }
}
