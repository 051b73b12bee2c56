import { type Visitor } from '../visitor.js';
import { type VisitorFeatures } from '../visitor-features.js';
import { type VisitorIdentity } from '../visitor-identity.js';
import { type EventField } from './event-field.js';
import { featureFields } from './feature-fields.js';

const NAMES = Object.keys(featureFields) as (keyof VisitorFeatures)[];

/** A visitor as a log without the fields `missing` would show it: what is counted from them is nothing. */
export function blinded(visitor: Visitor, missing: ReadonlySet<EventField>): Visitor {
  if (missing.size === 0) return visitor;
  const gone = NAMES.filter((name) => featureFields[name].some((field) => missing.has(field)));
  const nothing = gone.map((name) => [name, nothingFor(visitor.features[name])] as const);
  return {
    features: { ...visitor.features, ...Object.fromEntries(nothing) },
    identity: missing.has('user_agent_original') ? unnamed(visitor.identity) : visitor.identity,
  };
}

function nothingFor(value: unknown): unknown {
  if (typeof value === 'string') return '';
  if (typeof value === 'number') return 0;
  return isProbes(value) ? { ...value, injection: 0, traversal: 0 } : value;
}

/** Of what is probed for, only injections and traversals mostly stand in queries. */
const isProbes = (value: unknown): value is VisitorFeatures['probes'] =>
  typeof value === 'object' && value !== null;

function unnamed(identity: VisitorIdentity): VisitorIdentity {
  return { ...identity, agentKind: 'empty', agentFamily: '', attackTool: false, oddities: [] };
}
