import { type ThreatClass } from '../threats/threat-class.js';

/** What a visitor is there for. */
export interface Intent {
  readonly stance: 'benign' | 'malicious' | 'unknown';
  /** A threat for malicious visitors, a purpose for benign ones, null where nothing can be said. */
  readonly class: ThreatClass | BenignPurpose | null;
}

/** Purposes of the crawler catalogue, and ordinary use by people. */
export type BenignPurpose =
  | 'search_indexing'
  | 'ai_training'
  | 'ai_user_fetch'
  | 'seo'
  | 'monitoring'
  | 'feed'
  | 'preview'
  | 'archiving'
  | 'security_scan'
  | 'advertising'
  | 'academic'
  | 'other'
  | 'ordinary_use';
