import { type Evidence } from '../evidence/evidence.js';
import { observe } from '../evidence/observe.js';
import { type Estate } from '../estate.js';
import { priorOf } from '../fitting/prior-of.js';
import { type Threat } from '../threats/threat.js';
import { threats } from '../threats/threats.js';
import { type Visitor } from '../visitor.js';

/** What speaks for and against one threat, and the sum with its prior. */
export interface Suspicion {
  readonly threat: Threat;
  readonly logOdds: number;
  readonly evidence: readonly Evidence[];
}

/** Of every threat that is about anything the visitor did. */
export function suspicionsOf(visitor: Visitor, estate: Estate): readonly Suspicion[] {
  const suspicions: Suspicion[] = [];
  for (const threat of threats) {
    if (threat.concerns !== undefined && !threat.concerns(visitor.features)) continue;
    suspicions.push(suspect(threat, visitor, estate));
  }
  return suspicions;
}

function suspect(threat: Threat, visitor: Visitor, estate: Estate): Suspicion {
  const evidence = observe(threat.rules, visitor, estate);
  const prior = priorOf(threat.id, threat.prior, estate);
  const logOdds = evidence.reduce((sum, { weight }) => sum + weight, prior);
  return { threat, logOdds, evidence };
}
