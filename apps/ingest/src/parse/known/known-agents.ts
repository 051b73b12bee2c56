import { type Enricher } from '#libs/reference';
import { type KnownRow, NO_ROOM, type Vocabulary } from '#libs/store';
import { isPlainUserAgent, type LineBytes } from '#libs/traffic';
import { PieceState, STATE } from './piece-state.js';

const FAMILY = 1;
const CLASS = 2;
const CRAWLER = 3;

/** User agents, with their family, class and the crawler they declare; the empty one is one of them. */
export class KnownAgents {
  constructor(
    private readonly vocabulary: Vocabulary,
    private readonly enrich: Enricher,
  ) {}

  /** Fills in the user agent. @returns its number, or -1 where it has to be read as text */
  read(line: LineBytes, from: number, to: number, row: KnownRow): number {
    const { agents } = this.vocabulary;
    const entry = agents.intern(line, from, to);
    if (entry < 0) return -1;
    if (agents.fact(entry, STATE) === PieceState.new) this.#learn(entry, line.text(from, to));
    if (agents.fact(entry, STATE) !== PieceState.plain) return -1;
    row.agent = from === to ? -1 : entry;
    row.agentFamily = agents.fact(entry, FAMILY);
    row.agentClass = agents.fact(entry, CLASS);
    row.crawler = agents.fact(entry, CRAWLER);
    return entry;
  }

  #learn(entry: number, text: string): void {
    const { agents } = this.vocabulary;
    const { agent } = this.enrich('', text);
    const family = this.vocabulary.nameOf(agent.family);
    const kind = this.vocabulary.nameOf(agent.class);
    const crawler = this.vocabulary.nameOf(agent.crawler?.name ?? '');
    if (family === NO_ROOM || kind === NO_ROOM || crawler === NO_ROOM) return;
    agents.setFact(entry, FAMILY, family);
    agents.setFact(entry, CLASS, kind);
    agents.setFact(entry, CRAWLER, crawler);
    agents.setFact(entry, STATE, isPlainUserAgent(text) ? PieceState.plain : PieceState.odd);
  }
}
