import { EnvelopeFailure } from './envelope-failure.js';
import { type RuntimeLine } from './piece.js';

interface Parts {
  readonly texts: string[];
  readonly raws: string[];
}

/** Puts the lines together again that a container runtime has cut, each stream on its own. */
export class PartialLines {
  readonly #streams = new Map<string, Parts>();

  /** The whole line, or null while parts of it are missing. */
  join({ stream, text, isPart, raw }: RuntimeLine): string | null {
    const parts = this.#streams.get(stream);
    if (!isPart) {
      if (parts === undefined) return text;
      this.#streams.delete(stream);
      return parts.texts.join('') + text;
    }
    if (parts === undefined) this.#streams.set(stream, { texts: [text], raws: [raw] });
    else {
      parts.texts.push(text);
      parts.raws.push(raw);
    }
    return null;
  }

  /** What never came to an end. */
  unfinished(): EnvelopeFailure[] {
    return [...this.#streams.values()].map(
      ({ raws }) => new EnvelopeFailure('partial_line', Buffer.from(raws.join('\n'))),
    );
  }
}
