import { type Judgement } from '#libs/intent';
import { type VerdictContext } from './verdict-context.js';
import { type VerdictEvidence } from './verdict-message.js';

/** What has to be bound to count the reasons of a judgement again. */
export function evidenceOf(
  { keyType, key, features }: Judgement,
  { query, snapshot, windowFrom, asOf }: Context,
): VerdictEvidence {
  return {
    query,
    snapshot,
    window_start: iso(windowFrom),
    window_end: iso(asOf),
    parameters: { from: windowFrom, to: asOf, key_type: keyType, key, address: features.address },
    requests: features.requests,
    first_seen: iso(features.firstSeen),
    last_seen: iso(features.lastSeen),
  };
}

type Context = Pick<VerdictContext, 'query' | 'snapshot' | 'windowFrom' | 'asOf'>;

function iso(milliseconds: number): string {
  return new Date(milliseconds).toISOString();
}
