import { type CustomerAddressQuality } from './customer-address-quality.js';
import { type HistoryComparison } from './compare-with-history.js';
import { type PeerComparison } from './compare-with-peers.js';
import { type SubVisitorKind } from './sub-visitor.js';
import { type UnattendedUse } from './unattended-use.js';

/** What is thought of one API client in one window. Shares and ranks 0 to 1. */
export interface ClientReport {
  readonly client: string;
  /** Malicious only where nearly everybody behind it is; else unknown: it is the people behind a client who are judged. */
  readonly stance: 'malicious' | 'unknown';
  readonly requests: number;
  /** Median of the same hours of earlier weeks or days; null where too few are known. */
  readonly usualRequests: number | null;
  /** Share of all clients' calls, and of other clients with fewer or as many. */
  readonly volumeShare: number;
  readonly volumeRank: number;
  readonly attendedShare: number;
  /** Share of the time that answering API clients took; null where the log has no durations. */
  readonly costShare: number | null;
  readonly subVisitors: number;
  readonly suspects: readonly Suspect[];
  /** Their calls. */
  readonly suspiciousRequests: number;
  /** Null where the log does not show which calls are attended. */
  readonly unattended: UnattendedUse | null;
  readonly customerAddress: CustomerAddressQuality | null;
  readonly ratios: readonly ExplainedComparison[];
  readonly history: readonly HistoryComparison[];
  /** All that an analyst should look at, in plain words; empty for an ordinary day. */
  readonly reasons: readonly string[];
}

/** One of those behind the client who are called malicious. */
export interface Suspect {
  readonly key: string;
  readonly kind: SubVisitorKind;
  readonly class: string;
  readonly score: number;
  readonly requests: number;
  /** The weightiest reason. */
  readonly reason: string;
}

/** A ratio beside the peers', and whether its deviation goes away with the suspects. */
export interface ExplainedComparison extends PeerComparison {
  /** Null where nothing deviates. */
  readonly explained: boolean | null;
}
