import {
  asTraced,
  type Estate,
  type Judgement,
  traceJudgement,
  type TracedJudgement,
} from '#libs/intent';
import { type JudgedAddress } from '../visitors/judge-visitors.js';
import { type BookedTransition } from './verdict-book.js';

/** A change that consumers hear of, its reasons with what they came from. */
export interface TracedTransition extends BookedTransition {
  readonly judgement: TracedJudgement | null;
}

/**
 * The steps that changed something, judged once more to record what each reason came from: few, next to all
 * that are judged.
 */
export function traceChanges(
  steps: readonly BookedTransition[],
  judged: readonly JudgedAddress[],
  estate: Estate,
): readonly TracedTransition[] {
  const changes = steps.filter(({ change }) => change !== 'none');
  const wanted = new Set(changes.map(({ judgement }) => judgement));
  const traces = new Map(
    judged.flatMap((group) =>
      group.judgements.flatMap((judgement, place): [Judgement, TracedJudgement][] =>
        wanted.has(judgement) ? [[judgement, traceJudgement({ ...group, place }, estate)]] : [],
      ),
    ),
  );
  return changes.map((step) => ({ ...step, judgement: traceOf(step.judgement, traces) }));
}

function traceOf(
  judgement: Judgement | null,
  traces: ReadonlyMap<Judgement, TracedJudgement>,
): TracedJudgement | null {
  if (judgement === null) return null;
  return (
    traces.get(judgement) ?? {
      ...judgement,
      evidence: judgement.evidence.map((one) => asTraced(one)),
    }
  );
}
