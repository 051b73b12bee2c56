import { type AppealedVerdict, appealedVerdict, clickHouseTime, type Store } from '#libs/store';
import { type Appeal } from './appeal-of.js';

/** Stores an appeal as an order; gives false where there never was such a verdict. */
export async function storeAppeal(
  store: Store,
  appeal: Appeal & { readonly id: string; readonly at: number },
): Promise<boolean> {
  const { verdict: text, id, at, by, reason, confirmed } = appeal;
  const verdicts = await store.query<AppealedVerdict>(appealedVerdict, { text });
  await store.insertRows(
    'operator_orders',
    verdicts.map(({ keyType, key, codes, verdictId, verdictAt }) => ({
      id: verdicts.length === 1 ? id : `${id}/${keyType}`,
      given_at: clickHouseTime(at),
      kind: 'appeal',
      key_type: keyType,
      key,
      by,
      reason,
      confirmed,
      codes,
      verdict_id: verdictId,
      verdict_at: clickHouseTime(verdictAt),
    })),
  );
  return verdicts.length > 0;
}
