import { type Estate } from '../../estate.js';
import { type Inquiry } from '../../evidence/inquiry.js';
import { type TracedEvidence } from '../../evidence/traced-evidence.js';
import { inquired } from './inquired.js';
import { Reads } from './reads.js';

/**
 * The same estate; whoever is judged in it gets `TracedEvidence`, the same reasons with what they came from.
 * Recording costs several times the judging: it is for visitors whose verdict changes, not for all.
 */
export function traced(estate: Estate): Estate {
  return inquired(estate, tracing);
}

const tracing: Inquiry<Estate> = {
  observe: (rules, visitor, estate) =>
    rules.flatMap((rule): TracedEvidence[] => {
      const reads = new Reads();
      const evidence = rule(reads.visitor(visitor), reads.estate(estate));
      if (evidence === null) return [];
      return [{ ...evidence, features: reads.features, comparedWith: reads.comparisons }];
    }),
};
