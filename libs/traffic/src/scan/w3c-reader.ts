import { type LineReader } from '../log-format.js';
import { type LineContext } from '../line-context.js';
import { type Source } from '../source.js';
import { isDirective, readDirective } from './w3c-directive.js';
import { W3cLayout } from './w3c-layout.js';
import { type W3cDialect } from './w3c-record.js';
import { plainWords, quotedWords } from './w3c-words.js';

/**
 * The names of the columns by their number and shapes, or null where no known log has such entries; the
 * same array for the same columns.
 */
export type FieldGuess = (words: readonly string[]) => readonly string[] | null;

/**
 * A reader of W3C extended logs. The columns are those of the last `#Fields:` directive, else those the
 * source names, else guessed; an entry with too few words for the names is guessed as well, because its
 * own header was lost.
 */
export function createW3cReader(
  source: Source,
  dialectOf: (context: LineContext) => W3cDialect,
  guess: FieldGuess,
): LineReader {
  const layouts = new LayoutMemory();
  return (line, context) => {
    if (isDirective(line)) return readDirective(line, context);
    const names = context.fields.length > 0 ? context.fields : source.fields;
    const entry = entryOf(line, names === undefined ? null : layouts.of(names), (words) => {
      const guessed = guess(words);
      return guessed === null ? null : layouts.ofGuessed(guessed);
    });
    if (entry === null) return 'unknown_format';
    return entry.layout.read(entry.words, dialectOf(context), context.date ?? '');
  };
}

interface Entry {
  readonly words: readonly string[];
  readonly layout: W3cLayout;
}

/**
 * Servers that do not quote let visitors write quotes, so words in quotes are only believed where the
 * number of words says so.
 */
function entryOf(
  line: string,
  named: W3cLayout | null,
  guess: (words: readonly string[]) => W3cLayout | null,
): Entry | null {
  const plain = plainWords(line);
  if (named?.size === plain.length) return { words: plain, layout: named };
  const quoted = line.includes('"') ? quotedWords(line) : plain;
  if (named?.size === quoted.length) return { words: quoted, layout: named };
  for (const words of [plain, quoted]) {
    const layout = guess(words);
    if (layout !== null) return { words, layout };
  }
  return named !== null && quoted.length > named.size ? { words: quoted, layout: named } : null;
}

/** Guessed layouts kept at most; the logs of one source have a handful. */
const MOST_GUESSED = 256;

/** Layouts already made. */
class LayoutMemory {
  private names: readonly string[] = [];
  private layout: W3cLayout | null = null;
  private readonly guessed = new Map<readonly string[], W3cLayout>();

  of(names: readonly string[]): W3cLayout {
    if (this.layout === null || names !== this.names) {
      this.names = names;
      this.layout = new W3cLayout(names);
    }
    return this.layout;
  }

  ofGuessed(names: readonly string[]): W3cLayout {
    const known = this.guessed.get(names);
    if (known !== undefined) return known;
    const layout = new W3cLayout(names);
    if (this.guessed.size >= MOST_GUESSED) this.guessed.clear();
    this.guessed.set(names, layout);
    return layout;
  }
}
