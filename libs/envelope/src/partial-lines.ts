import { EnvelopeFailure } from './envelope-failure.js';
import { type RuntimeLine } from './piece.js';

interface Parts {
  readonly texts: string[];
  readonly raws: string[];
}

/** Puts the lines together again that a container runtime has cut, each stream on its own. */
export class PartialLines {
  /** Made when it is needed: most messages have no parts. */
  #streams: Map<string, Parts> | undefined;

  /** The whole line, or null while parts of it are missing. */
  join({ stream, text, isPart, raw }: RuntimeLine): string | null {
    if (this.#streams === undefined && !isPart) return text;
    const streams = (this.#streams ??= new Map<string, Parts>());
    const parts = streams.get(stream) ?? { texts: [], raws: [] };
    parts.texts.push(text);
    parts.raws.push(raw);
    if (isPart) streams.set(stream, parts);
    else streams.delete(stream);
    return isPart ? null : parts.texts.join('');
  }

  /** What never came to an end. */
  unfinished(): EnvelopeFailure[] {
    return [...(this.#streams?.values() ?? [])].map(
      ({ raws }) => new EnvelopeFailure('partial_line', Buffer.from(raws.join('\n'))),
    );
  }
}
