import { NO_ROOM, type Vocabulary } from '#libs/store';
import { ByteTable, type LineBytes, type PlainName } from '#libs/traffic';
import { PieceState, STATE } from './piece-state.js';

const NAME = 1;
const NUMBER = 2;
const FACTS = 3;

/** Texts of few values, such as hosts, with the names they are stored as. */
export class KnownNames {
  readonly #table = new ByteTable({ entries: 8_192, bytes: 524_288 }, FACTS);
  /** Of the text read last, see `PlainName`. */
  number = 0;
  #generation = 0;

  /** @param nameOf what is stored of a text; null where its line has to be read as text */
  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly nameOf: (text: string) => PlainName | null,
  ) {}

  /** The number of the name, -1 for an empty one; `NO_ROOM` where it has to be read as text. */
  read(line: LineBytes, from: number, to: number): number {
    const table = this.#current();
    const entry = table.intern(line, from, to);
    if (entry < 0) return NO_ROOM;
    if (table.fact(entry, STATE) === PieceState.new) this.#learn(entry, line.text(from, to));
    if (table.fact(entry, STATE) !== PieceState.plain) return NO_ROOM;
    this.number = table.fact(entry, NUMBER);
    return table.fact(entry, NAME);
  }

  /** Empty after the vocabulary was emptied, whose names it knows by their numbers, or when it is full. */
  #current(): ByteTable {
    const { generation } = this.vocabulary.names;
    if (this.#table.isFull || generation !== this.#generation) this.#table.empty();
    this.#generation = generation;
    return this.#table;
  }

  #learn(entry: number, text: string): void {
    const named = this.nameOf(text);
    const name = named === null ? -1 : this.vocabulary.nameOf(named.name);
    this.#table.setFact(entry, NAME, name);
    this.#table.setFact(entry, NUMBER, named?.number ?? 0);
    this.#table.setFact(entry, STATE, named === null ? PieceState.odd : PieceState.plain);
  }
}
