import { type Nature } from '../nature/nature.js';
import { type Visitor } from '../visitor.js';

/** One benign reason to come, and how it is recognised. */
export interface Purpose {
  readonly id: BenignPurpose;
  /** What it is, in one sentence. */
  readonly definition: string;
  /** Whether a visitor that no threat is likely of is here for this by its conduct; never, where only a claim tells. */
  readonly shows?: (visitor: Visitor, nature: Nature) => boolean;
}

/** Purposes of the crawler catalogue, consented aggregation, and ordinary use by people. */
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
  | 'aggregation'
  | 'other'
  | 'ordinary_use';
