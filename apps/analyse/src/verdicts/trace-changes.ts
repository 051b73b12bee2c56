import {
  asTraced,
  type Estate,
  type JudgedGroup,
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
        wanted.has(judgement)
          ? [[judgement, tracedLike(judgement, { ...group, place }, estate)]]
          : [],
      ),
    ),
  );
  return changes.map((step) => ({ ...step, judgement: traceOf(step.judgement, traces) }));
}

/** The judgement as it stands, whatever was decided about it since, with the traces of its reasons. */
export function tracedLike(
  judgement: Judgement,
  group: JudgedGroup,
  estate: Estate,
): TracedJudgement {
  return { ...judgement, evidence: traceJudgement(group, estate).evidence };
}

/** Reasons that no rule about a visitor gave: they say what they say. */
export function untraced(judgement: Judgement): TracedJudgement {
  return { ...judgement, evidence: judgement.evidence.map((one) => asTraced(one)) };
}

function traceOf(
  judgement: Judgement | null,
  traces: ReadonlyMap<Judgement, TracedJudgement>,
): TracedJudgement | null {
  return judgement === null ? null : (traces.get(judgement) ?? untraced(judgement));
}
