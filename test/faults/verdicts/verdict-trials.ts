import { closedLoopTrial } from './faults/closed-loop-trial.js';
import { guardTrials } from './faults/guard-trials.js';
import { outboxTrials } from './faults/outbox-trials.js';
import { retractionTrial } from './faults/retraction-trial.js';
import { type VerdictTrial } from './verdict-trial.js';

/** The table of `npm run faults -- verdicts`, in its order. */
export const VERDICT_TRIALS: readonly VerdictTrial[] = [
  ...guardTrials,
  ...outboxTrials,
  closedLoopTrial,
  retractionTrial,
];
