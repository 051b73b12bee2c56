import { type Enricher } from '#libs/reference';
import { type KnownRow, NO_ROOM, Vocabulary } from '#libs/store';
import { type LineBytes, type LinePieces, USUAL_VERSIONS } from '#libs/traffic';
import { KnownAddresses } from './known-addresses.js';
import { KnownAgents } from './known-agents.js';
import { KnownReferers } from './known-referers.js';
import { KnownTargets } from './known-targets.js';
import { KnownVerifications } from './known-verifications.js';

/**
 * What was found out about the pieces of lines, whatever source they are from: a plain piece (nothing in it to
 * redact, to unescape, to cut or to suspect) tells the same in every line. Bounded memory, and never another
 * result than that of the general reader, which is asked once for each piece.
 */
export class KnownPieces {
  /** To be given to the blocks that rows go into. */
  readonly vocabulary = new Vocabulary();
  readonly #addresses: KnownAddresses;
  readonly #agents: KnownAgents;
  readonly #targets = new KnownTargets(this.vocabulary);
  readonly #referers = new KnownReferers(this.vocabulary);
  readonly #verifications: KnownVerifications;
  #generation = -1;
  /** Numbers of the protocol versions. */
  #versions: readonly number[] = [];

  constructor(enrich: Enricher) {
    this.#addresses = new KnownAddresses(this.vocabulary, enrich);
    this.#agents = new KnownAgents(this.vocabulary, enrich);
    this.#verifications = new KnownVerifications(this.vocabulary, this.#addresses, enrich);
  }

  /** Fills in what the pieces of a line tell. @returns false where the line has to be read as text */
  read(line: LineBytes, pieces: LinePieces, row: KnownRow): boolean {
    this.#makeRoom();
    const address = this.#addresses.read(line, pieces.addressStart, pieces.addressEnd, row);
    if (address < 0 || !this.#targets.read(line, pieces, row)) return false;
    if (!this.#referers.read(line, pieces.refererStart, pieces.refererEnd, row)) return false;
    const agent = this.#agents.read(line, pieces.agentStart, pieces.agentEnd, row);
    if (agent < 0) return false;
    row.version = this.#versions[pieces.version] ?? NO_ROOM;
    row.crawlerVerification =
      row.crawler < 0 ? -1 : this.#verifications.of(address, agent, line, pieces);
    return row.version !== NO_ROOM && row.crawlerVerification !== NO_ROOM;
  }

  #makeRoom(): void {
    this.vocabulary.makeRoom();
    const { generation } = this.vocabulary.names;
    if (generation === this.#generation) return;
    this.#generation = generation;
    this.#versions = USUAL_VERSIONS.map((version) => this.vocabulary.nameOf(version));
    this.#targets.forget();
    this.#verifications.forget();
  }
}
