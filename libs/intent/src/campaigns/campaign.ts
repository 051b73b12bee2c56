import { type ThreatClass } from '../threats/threat-class.js';
import { type CampaignKind } from './campaign-kind.js';
import { type CampaignPhase } from './campaign-phase.js';

/** Many visitors acting as one: a behavioural group that grew beyond what the estate explains. */
export interface Campaign {
  /** Stable across cycles as long as the group acts: a hash-free, readable name. */
  readonly id: string;
  readonly threat: ThreatClass;
  readonly kind: CampaignKind;
  readonly site: string;
  /** The behavioural group whose visitors are its members; `''` where members are told by their traits one by one. */
  readonly cell: string;
  /** Visitors of the group that show the bad outcome. */
  readonly observed: number;
  /** How many of them the rest of the estate would explain. */
  readonly expected: number;
  /** Probability that a member is part of it: 1 − expected ÷ observed, the local false discovery rate's complement. */
  readonly membership: number;
  /** What the members share, in plain words. */
  readonly traits: string;
  /** Milliseconds since the epoch. */
  readonly firstSeen: number;
  readonly lastSeen: number;
  /** When the aggregate left its baseline; where there is no history to tell, `firstSeen`. */
  readonly start: number;
  /** How far it has come, in the order of the phases; those not reached are left out. */
  readonly phases: readonly CampaignPhase[];
}
