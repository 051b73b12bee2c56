import { type Evidence } from '../evidence/evidence.js';
import { probabilityOf } from '../evidence/log-odds.js';
import { observe } from '../evidence/observe.js';
import { type Estate } from '../estate.js';
import { calibrated } from '../fitting/calibration.js';
import { priorOf } from '../fitting/prior-of.js';
import { type Visitor } from '../visitor.js';
import { natureCalibration } from './nature-calibration.js';
import { naturePrior } from './nature-prior.js';
import { natureRules } from './nature-rules.js';
import { type Nature } from './nature.js';

/** What a visitor is, how sure that is, and why. */
export interface NatureJudgement {
  readonly nature: Nature;
  /** Probability that it is software, calibrated: 0 to 1. */
  readonly botProbability: number;
  readonly evidence: readonly Evidence[];
}

/** Under 73 % either way the answer is `unknown`: log-odds of one. */
const UNDECIDED = 1;

/** Human or bot, and which kind of bot. A verified or disproved claim settles the question. */
export function judgeNature(visitor: Visitor, estate: Estate): NatureJudgement {
  const evidence = observe(natureRules, visitor, estate);
  const prior = priorOf('nature', naturePrior, estate);
  const added = evidence.reduce((sum, { weight }) => sum + weight, prior);
  const logOdds = calibrated(estate.weights?.natureCalibration ?? natureCalibration, added);
  return {
    nature: natureFrom(visitor, logOdds),
    botProbability: probabilityOf(logOdds),
    evidence,
  };
}

function natureFrom({ identity }: Visitor, logOdds: number): Nature {
  if (identity.impostor) return 'impostor';
  if (identity.crawler !== null)
    return identity.verification === 'none' ? 'declared_bot' : 'verified_bot';
  if (logOdds >= UNDECIDED) return 'undeclared_bot';
  return logOdds <= -UNDECIDED ? 'human' : 'unknown';
}
