import { type Span } from '../chance/arrivals.js';
import { type Evasion } from '../world/evasion.js';
import { type Script } from '../world/visit.js';
import { type World } from '../world/world.js';
import { type Tool } from './tool.js';

/** What attackers of one class do, however they hide: every level of evasion plays the same script with another tool. */
export interface Tactic {
  /** For example `carding`; with the level it is the campaign's identifier. */
  readonly kind: string;
  /** OWASP automated threat. */
  readonly class: string;
  readonly host: string;
  /** Where in the simulated time a campaign that does not hide begins, 0 to 1. */
  readonly at: number;
  /** User agents as the tools for this send them when nobody changes them. */
  readonly tools: readonly string[];
  /** Acts of one member (cards, logins, pages, votes, ...), on average, by level. */
  readonly acts: Readonly<Record<Evasion, number>>;
  /** Milliseconds from act to act of a program that does not hide. */
  readonly pace: number;
  /** Members by level in the estate as it is by default; levels that are missing do not take place. */
  readonly usual: Partial<Readonly<Record<Evasion, number>>>;
  /** For attacks whose time the site sets: instead of `at`. */
  readonly span?: (world: World) => Span;
  /** All that one member does. */
  readonly script: (tool: Tool) => Script;
}
