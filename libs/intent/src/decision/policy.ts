import { type Action } from './action.js';
import { type Judgement } from './judgement.js';

/** What is done about a judgement, and how verdicts live. Probabilities 0 to 1, times in milliseconds. */
export interface Policy {
  readonly version: string;
  /** From this confidence on a malicious visitor is blocked; below it is challenged. */
  readonly blockAt: number;
  /**
   * So much of it has to come from the visitor's own conduct. Who is condemned by the company it keeps is
   * challenged: a person whom it hits by accident, behind the same address, passes.
   */
  readonly blockOwnAt: number;
  /**
   * An address known by fewer requests is challenged, not blocked: too little was seen of it to tell
   * whether people share it. The user agents behind it can be blocked all the same.
   */
  readonly blockAddressFrom: number;
  /**
   * Whether a verdict on a whole API client is enforced. Without it such a client is watched, whatever it does: behind it
   * stand many people, and it is under contract. Those behind it carry verdicts of their own.
   */
  readonly enforceOnApiClients: boolean;
  /** A condemned visitor is released early when its risk falls below this. */
  readonly releaseBelow: number;
  /** How long a first verdict lasts; each repeat offence doubles it. */
  readonly firstExpiryMs: number;
  readonly longestExpiryMs: number;
}

const HOUR_MS = 3_600_000;

/** The policy without configuration. Assumption: an hour teaches a tool little and costs a person little. */
export const defaultPolicy: Policy = {
  version: '1',
  blockAt: 0.9,
  blockOwnAt: 0.6,
  blockAddressFrom: 20,
  enforceOnApiClients: false,
  releaseBelow: 0.4,
  firstExpiryMs: HOUR_MS,
  longestExpiryMs: 24 * HOUR_MS,
};

/** The action for a judgement. People and verified bots are never blocked, nor addresses people share. */
export function actionFor(judgement: Judgement, policy: Policy): Action {
  if (judgement.nature === 'verified_bot') return 'allow';
  if (judgement.peopleSharing > 0) return 'monitor';
  if (judgement.keyType === 'api_client' && !policy.enforceOnApiClients) return 'monitor';
  if (judgement.intent.stance !== 'malicious') {
    return judgement.intent.stance === 'benign' ? 'allow' : 'monitor';
  }
  return judgement.nature !== 'human' && isCertain(judgement, policy) ? 'block' : 'challenge';
}

function isCertain(
  { confidence, ownConfidence, ...judgement }: Judgement,
  policy: Policy,
): boolean {
  const known =
    judgement.keyType !== 'address' || judgement.features.requests >= policy.blockAddressFrom;
  return known && confidence >= policy.blockAt && ownConfidence >= policy.blockOwnAt;
}
