import { type Estate } from '../estate.js';

/** Log-odds before any evidence: as fitted, else as assumed. `question` is `nature` or a threat's id. */
export function priorOf(question: string, assumed: number, { weights }: Estate): number {
  return weights?.priors[question] ?? assumed;
}
