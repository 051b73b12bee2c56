import { type Judgement, prefixName } from '#libs/intent';

/**
 * The keys that may carry a verdict: a prefix that is condemned as a whole stands for its addresses, an address for the user agents and
 * sessions behind it.
 */
export function verdictKeys(
  judgements: readonly Judgement[],
  isCondemned: (judgement: Judgement) => boolean,
): readonly Judgement[] {
  const condemnedOf = (type: Judgement['keyType']): string[] =>
    judgements.filter((one) => one.keyType === type && isCondemned(one)).map(({ key }) => key);
  const addresses = new Set(condemnedOf('address'));
  const prefixes = new Set(condemnedOf('prefix').map(prefixName));
  const isCovered = ({ keyType, features: { address } }: Judgement): boolean =>
    (keyType !== 'address' && addresses.has(address)) ||
    (prefixes.size > 0 && prefixes.has(prefixName(address)));
  return judgements.filter((one) => one.keyType === 'prefix' || !isCovered(one));
}
