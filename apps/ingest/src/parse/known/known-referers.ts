import { type KnownRow, type Vocabulary } from '#libs/store';
import { isPlainReferer, type LineBytes } from '#libs/traffic';
import { PieceState, STATE } from './piece-state.js';

/** Referers, and whether they are stored as they are. */
export class KnownReferers {
  constructor(private readonly vocabulary: Vocabulary) {}

  /** Fills in the referer. @returns false where it has to be read as text */
  read(line: LineBytes, from: number, to: number, row: KnownRow): boolean {
    row.referer = -1;
    if (from === to) return true;
    const { referers } = this.vocabulary;
    const entry = referers.intern(line, from, to);
    if (entry < 0) return false;
    if (referers.fact(entry, STATE) === PieceState.new) {
      const isPlain = isPlainReferer(line.text(from, to));
      referers.setFact(entry, STATE, isPlain ? PieceState.plain : PieceState.odd);
    }
    row.referer = entry;
    return referers.fact(entry, STATE) === PieceState.plain;
  }
}
