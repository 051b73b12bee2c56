import { type BenignPurpose } from '../purposes/purpose.js';
import { type ThreatClass } from '../threats/threat-class.js';

/** What a visitor is there for. */
export interface Intent {
  readonly stance: 'benign' | 'malicious' | 'unknown';
  /** A threat for malicious visitors, a purpose for benign ones, null where nothing can be said. */
  readonly class: ThreatClass | BenignPurpose | null;
}

/** One of several things a visitor may be there for. */
export interface LikelyIntent {
  readonly class: ThreatClass | BenignPurpose;
  /** 0 to 1. */
  readonly probability: number;
}
