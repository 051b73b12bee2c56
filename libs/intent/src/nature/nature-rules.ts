import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { agentRules } from './agent-rules.js';
import { conductRules } from './conduct-rules.js';
import { crowdRules } from './crowd-rules.js';
import { pageTurnRules } from './page-turn-rules.js';

/** Everything that speaks for a person or for software. */
export const natureRules: readonly EvidenceRule[] = [
  ...agentRules,
  ...conductRules,
  ...pageTurnRules,
  ...crowdRules,
];
