import { type Judgement } from '#libs/intent';

/**
 * The keys that may carry a verdict: an address that is condemned as a whole stands for the user agents and sessions
 * behind it.
 */
export function verdictKeys(
  judgements: readonly Judgement[],
  isCondemned: (judgement: Judgement) => boolean,
): readonly Judgement[] {
  const condemned = new Set(
    judgements.filter((one) => one.keyType === 'address' && isCondemned(one)).map(({ key }) => key),
  );
  return judgements.filter(
    ({ keyType, features }) => keyType === 'address' || !condemned.has(features.address),
  );
}
