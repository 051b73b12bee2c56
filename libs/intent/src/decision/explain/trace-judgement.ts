import { type Estate } from '../../estate.js';
import { type TracedEvidence } from '../../evidence/traced-evidence.js';
import { type Judgement } from '../judgement.js';
import { judgeOne, type JudgedGroup } from './judged-group.js';
import { traced } from './traced.js';

/** A judgement whose reasons say what they came from. */
export interface TracedJudgement extends Judgement {
  readonly evidence: readonly TracedEvidence[];
}

/** Judges one visitor of a group again, recording what each reason came from. The same judgement otherwise. */
export function traceJudgement(group: JudgedGroup, estate: Estate): TracedJudgement {
  const judgement = judgeOne(group, traced(estate));
  return { ...judgement, evidence: judgement.evidence.map(asTraced) };
}

/** What did not come from a rule, such as a finding about a whole group, was read from no feature. */
export function asTraced(evidence: TracedEvidence | Omit<TracedEvidence, Traces>): TracedEvidence {
  return { features: [], comparedWith: [], ...evidence };
}

type Traces = 'features' | 'comparedWith';
