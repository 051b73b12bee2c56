import { type Evidence } from '../evidence/evidence.js';
import { type ThreatClass } from '../threats/threat-class.js';
import { type ClientContext } from './client-context.js';
import { type SubVisitor } from './sub-visitor.js';

/** Looks at one of those behind an API client and gives the evidence it sees, or null. Pure and total. */
export type SubVisitorRule = (one: SubVisitor, context: ClientContext) => Evidence | null;

/** What an API client can be abused for by somebody behind it. */
export interface ClientThreat {
  readonly id: ThreatClass;
  /** What the page of an API client calls it. */
  readonly name: string;
  /** Log-odds that an arbitrary sub-visitor is there for this. */
  readonly prior: number;
  readonly rules: readonly SubVisitorRule[];
}
