import { type EvidenceRule } from '../evidence/evidence-rule.js';
import { weigh } from '../evidence/weigh.js';

const MANY = 20;
/** Among twenty pages a reader rests on one for a minute. Milliseconds; assumption. */
const REST = 60_000;

/** Turning page after page, or search after search, without ever resting on one. */
export const readsWithoutPause: EvidenceRule = ({ features }) =>
  features.pageTurns >= MANY && features.longestPauseMs !== null && features.longestPauseMs < REST
    ? weigh('READS_WITHOUT_PAUSE', {
        value: features.longestPauseMs,
        baseline: REST,
        strength: Math.min(2, Math.log(features.pageTurns / 10)),
        text: `turned ${features.pageTurns} pages and never stayed on one for longer than ${Math.round(features.longestPauseMs / 1000)} s`,
      })
    : null;
