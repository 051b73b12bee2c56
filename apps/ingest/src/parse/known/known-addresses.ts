import { type Enricher } from '#libs/reference';
import { addressQuarters, type KnownRow, NO_ROOM, type Vocabulary } from '#libs/store';
import { ByteTable, type LineBytes, plainAddress } from '#libs/traffic';
import { PieceState, STATE } from './piece-state.js';

const QUARTER = 1;
const ASN = 5;
const COUNTRY = 6;
const FACTS = 7;

/** Addresses as logged, with what they are in the columns and what is known of their networks. */
export class KnownAddresses {
  /** The addresses of a busy hour: some 6 MB, with the places where they are looked for. */
  readonly #table = new ByteTable({ entries: 65_536, bytes: 4_194_304 }, FACTS);
  #namesGeneration = 0;

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly enrich: Enricher,
  ) {}

  /** Goes up when numbers of addresses come to mean others. */
  get generation(): number {
    return this.#table.generation;
  }

  /** Fills in the client. @returns its number, or -1 where it has to be read as text */
  read(line: LineBytes, from: number, to: number, row: KnownRow): number {
    const table = this.#current();
    const entry = table.intern(line, from, to);
    if (entry < 0) return -1;
    if (table.fact(entry, STATE) === PieceState.new) this.#learn(entry, line.text(from, to));
    if (table.fact(entry, STATE) !== PieceState.plain) return -1;
    row.address0 = table.fact(entry, QUARTER);
    row.address1 = table.fact(entry, QUARTER + 1);
    row.address2 = table.fact(entry, QUARTER + 2);
    row.address3 = table.fact(entry, QUARTER + 3);
    row.asn = table.fact(entry, ASN);
    row.country = table.fact(entry, COUNTRY);
    return entry;
  }

  /** Empty after the vocabulary was emptied, whose names it knows by their numbers, or when it is full. */
  #current(): ByteTable {
    const { generation } = this.vocabulary.names;
    if (this.#table.isFull || generation !== this.#namesGeneration) this.#table.empty();
    this.#namesGeneration = generation;
    return this.#table;
  }

  #learn(entry: number, text: string): void {
    const address = plainAddress(text);
    const { network } = this.enrich(address, '');
    const country = this.vocabulary.nameOf(network.country);
    if (country === NO_ROOM) return;
    addressQuarters(address).forEach((quarter, at) => {
      this.#table.setFact(entry, QUARTER + at, quarter);
    });
    this.#table.setFact(entry, ASN, network.asn);
    this.#table.setFact(entry, COUNTRY, country);
    this.#table.setFact(entry, STATE, address === '' ? PieceState.odd : PieceState.plain);
  }
}
