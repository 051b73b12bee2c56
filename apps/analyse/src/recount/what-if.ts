import { type Again } from '#libs/enforcement';
import {
  type Estate,
  type JudgedGroup,
  missingReasons,
  otherFigures,
  type Policy,
  type TracedJudgement,
} from '#libs/intent';

/** What would have changed the conclusion: fewer reasons, or other figures behind them. */
export function whatIf(
  group: JudgedGroup,
  { evidence }: TracedJudgement,
  estate: Estate,
  policy: Policy,
): Pick<Again, 'without' | 'otherFigures'> {
  const features = evidence.flatMap((one) => one.features);
  return {
    without: missingReasons(group, estate, policy),
    otherFigures: otherFigures(group, features, estate, policy),
  };
}
