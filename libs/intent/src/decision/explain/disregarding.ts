import { type Estate } from '../../estate.js';
import { type EvidenceCode } from '../../evidence/evidence-code.js';
import { inquired } from './inquired.js';

/** The same estate, in which some reasons count for nothing, whatever they would speak for. */
export function disregarding(estate: Estate, codes: ReadonlySet<EvidenceCode>): Estate {
  return inquired(estate, {
    observe: (rules, visitor, same) =>
      rules.flatMap((rule) => rule(visitor, same) ?? []).filter(({ code }) => !codes.has(code)),
  });
}
