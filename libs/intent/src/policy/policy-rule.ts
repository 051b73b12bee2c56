import { type PathRole } from '#libs/traffic';
import { type Action } from '../decision/action.js';
import { type VisitorKeyType } from '../visitor-features.js';

/** What is done about visitors of one kind. The first rule that applies decides; a list that is empty restricts nothing. */
export interface PolicyRule {
  readonly name: string;
  /** Hosts, `*` stands for any part of one: the visitor's main site is one of them. */
  readonly sites: readonly string[];
  /** The visitor did something at one of these. */
  readonly roles: readonly PathRole[];
  /** Threats (`OAT-008`), purposes (`ai_training`), or `*` for every threat; without any, every threat. */
  readonly classes: readonly string[];
  readonly keyTypes: readonly VisitorKeyType[];
  /** Least confidence, 0 to 1. */
  readonly confidence: number;
  readonly action: Action;
  readonly mode: 'enforce' | 'simulate';
  /** Holds even where people share the key. */
  readonly evenIfShared: boolean;
}
