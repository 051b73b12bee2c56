import { type EventBlock, KnownRow, type LogPosition } from '#libs/store';
import { LineBytes, type Source, UsualPieces } from '#libs/traffic';
import { type KnownPieces } from './known-pieces.js';

/** Whether the usual lines of a source tell by themselves all that its rows hold. */
export function hasUsualLines({ format, identity, sampleRate, trailingFields }: Source): boolean {
  return (
    (format === 'combined' || format === 'auto') &&
    identity === undefined &&
    trailingFields === undefined &&
    (sampleRate ?? 1) === 1
  );
}

/**
 * Reads lines of the combined format whose pieces are plain, from their bytes to their rows without making
 * texts or objects of them. Every other line is left to the general reader, which makes the same rows of these.
 */
export class UsualLines {
  readonly #line = new LineBytes();
  readonly #pieces = new UsualPieces();
  readonly #row = new KnownRow();
  readonly #clockCorrectionMs: number;

  constructor(
    private readonly source: Source,
    private readonly known: KnownPieces,
    private readonly keyedHash: (value: string) => string,
  ) {
    this.#clockCorrectionMs = source.clockCorrectionMs ?? 0;
    this.#row.format = 'combined';
    this.#row.serverAddress = (source.defaultHost ?? '').toLowerCase();
  }

  /** Adds the row of a message that is one such line. @returns false where it is none, and nothing was added */
  addMessage(value: Uint8Array, position: LogPosition, block: EventBlock): boolean {
    return this.#line.takeMessage(value) && this.#add(position, block);
  }

  /** As `addMessage`, of a line that was taken out of a message. */
  addLine(line: string, position: LogPosition, block: EventBlock): boolean {
    return this.#line.takeText(line) && this.#add(position, block);
  }

  #add(position: LogPosition, block: EventBlock): boolean {
    const row = this.#row;
    const pieces = this.#pieces.read(this.#line);
    if (pieces === null || !this.known.read(this.#line, pieces, row)) return false;
    row.eventTime = pieces.time + this.#clockCorrectionMs;
    row.status = pieces.status;
    row.bodySize = pieces.size;
    const { userStart, userEnd } = pieces;
    row.accountKey =
      userStart === userEnd ? '' : this.keyedHash(this.#line.text(userStart, userEnd));
    block.addKnown(position, this.source.name, row);
    return true;
  }
}
