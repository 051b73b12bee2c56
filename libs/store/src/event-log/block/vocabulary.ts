import { ByteTable, LineBytes } from '#libs/traffic';

const MIB = 1_048_576;

/**
 * The texts that rows share, each once, across blocks: columns hold their numbers. What is known of a text
 * besides (its facts) is for whoever reads the lines. Grows with what the logs hold up to some 30 MB, and is
 * then emptied as a whole: what it holds never changes a row, only its cost.
 */
export class Vocabulary {
  /** Names of few values: methods, hosts, roles, countries, families. */
  readonly names = new ByteTable({ entries: 16_384, bytes: MIB });
  readonly templates = new ByteTable({ entries: 32_768, bytes: 2 * MIB });
  readonly paths = new ByteTable({ entries: 131_072, bytes: 12 * MIB }, 6);
  readonly queries = new ByteTable({ entries: 32_768, bytes: 2 * MIB }, 3);
  readonly referers = new ByteTable({ entries: 32_768, bytes: 3 * MIB }, 1);
  readonly agents = new ByteTable({ entries: 16_384, bytes: 2 * MIB }, 4);

  /** The number of a name, -1 for the empty one; `NO_ROOM` where it cannot be kept. */
  nameOf(text: string): number {
    return numberOf(text, this.names);
  }

  /** As `nameOf`, of a path template. */
  templateOf(text: string): number {
    return numberOf(text, this.templates);
  }

  /** Empties it where anything found no more room; between rows only. */
  makeRoom(): void {
    if (this.names.isFull || this.templates.isFull || this.paths.isFull) this.#empty();
    if (this.queries.isFull || this.referers.isFull || this.agents.isFull) this.#empty();
  }

  /** As a whole, because what is known of one text may be the number of another. */
  #empty(): void {
    this.names.empty();
    this.templates.empty();
    this.paths.empty();
    this.queries.empty();
    this.referers.empty();
    this.agents.empty();
  }
}

/** Instead of a number, where a text cannot be kept. */
export const NO_ROOM = -2;

const scratch = new LineBytes();

function numberOf(text: string, table: ByteTable): number {
  if (text === '') return -1;
  const number = scratch.takeText(text) ? table.intern(scratch, 0, scratch.length) : -1;
  return number < 0 ? NO_ROOM : number;
}
