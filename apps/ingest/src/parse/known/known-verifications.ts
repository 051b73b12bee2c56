import { type Enricher } from '#libs/reference';
import { NO_ROOM, type Vocabulary } from '#libs/store';
import { type LineBytes, type LinePieces } from '#libs/traffic';
import { type KnownAddresses } from './known-addresses.js';

const SLOTS = 4_096;
const UNKNOWN = -3;

/** What addresses said last of the crawlers that user agents declare, a pair a slot. */
export class KnownVerifications {
  readonly #addresses = new Int32Array(SLOTS);
  readonly #agents = new Int32Array(SLOTS);
  readonly #verifications = new Int32Array(SLOTS).fill(UNKNOWN);
  #generation = 0;

  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly addresses: KnownAddresses,
    private readonly enrich: Enricher,
  ) {}

  /** The name's number for an address and a user agent by their numbers; `NO_ROOM` where it has none. */
  of(address: number, agent: number, line: LineBytes, pieces: LinePieces): number {
    if (this.#generation !== this.addresses.generation) this.forget();
    const slot = (Math.imul(address, 31) + agent) & (SLOTS - 1);
    const isKnown = this.#addresses[slot] === address && this.#agents[slot] === agent;
    const known = isKnown ? (this.#verifications[slot] ?? UNKNOWN) : UNKNOWN;
    if (known !== UNKNOWN) return known;
    const name = this.vocabulary.nameOf(this.#find(line, pieces));
    this.#addresses[slot] = address;
    this.#agents[slot] = agent;
    this.#verifications[slot] = name === NO_ROOM ? UNKNOWN : name;
    return name;
  }

  /** To be called when the numbers of names and user agents mean others; those of addresses are watched. */
  forget(): void {
    this.#generation = this.addresses.generation;
    this.#verifications.fill(UNKNOWN);
  }

  #find(line: LineBytes, pieces: LinePieces): string {
    const address = line.text(pieces.addressStart, pieces.addressEnd);
    const { crawler } = this.enrich(address, line.text(pieces.agentStart, pieces.agentEnd));
    if (crawler === null) return '';
    return crawler.impostor ? 'impostor' : crawler.verification;
  }
}
