import { type VisitorLabel } from '#libs/simulator';
import { type Store } from '#libs/store';
import { compareVisitor } from '../labels/compared-visitor.js';
import { type Label } from '../labels/label.js';
import { simulationScore, type SimulationScore } from '../labels/simulation-score.js';
import { toLabel } from '../labels/parse-labels.js';
import { readJudgedVisitors } from '../verdicts/read-judged-visitors.js';

/** What is stored about a simulated estate, against the truth about it. */
export async function scoreEstate(
  store: Store,
  addresses: number,
  truth: readonly VisitorLabel[],
): Promise<SimulationScore> {
  const visitors = await readJudgedVisitors(store, addresses);
  return simulationScore(truth.map((one) => compareVisitor(labelOf(one), visitors)));
}

const labelOf = ({
  requests,
  visitor,
  label,
  class: purpose,
  campaign,
  kind,
  evasion,
}: VisitorLabel): Label =>
  toLabel({ visitor, label, class: purpose, campaign, kind, evasion, requests: String(requests) });
