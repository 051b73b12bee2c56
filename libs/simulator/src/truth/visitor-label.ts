import { type Evasion } from '../world/evasion.js';
import { type VisitorNature } from '../world/visitor.js';

/** What is true of one visitor of the log. */
export interface VisitorLabel {
  /** Client address, or `address|user agent` where several share the address. */
  readonly visitor: string;
  readonly label: VisitorNature;
  /** What it is there for; of an attacker its OWASP automated threats, joined by `;`. */
  readonly class: string;
  /** Campaign identifier, or ''. */
  readonly campaign: string;
  readonly kind: string;
  readonly requests: number;
  /** Epoch milliseconds of the first and last request. */
  readonly first: number;
  readonly last: number;
  /** How an attacker hides; '' for everybody else. */
  readonly evasion: Evasion | '';
}
