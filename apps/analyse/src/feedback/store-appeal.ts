import {
  type AppealedVerdict,
  appealedVerdict,
  clickHouseTime,
  isOrderKnown,
  type OperatorOrder,
  type Store,
} from '#libs/store';
import { type Appeal } from './appeal-of.js';

/** What became of an appeal: stored now or before, or there never was such a verdict. */
export type AppealOutcome = 'stored' | 'known' | 'no_verdict';

/**
 * Stores an appeal as an order, once: read again later, it would be about the verdict that its key has by then. For the same reason
 * one against no verdict is stored, too, as an order about nobody.
 */
export async function storeAppeal(
  store: Store,
  appeal: Appeal & { readonly id: string; readonly at: number },
): Promise<AppealOutcome> {
  const { verdict: text, id } = appeal;
  const [order] = await store.query<{ known: number }>(isOrderKnown, { id });
  if (order?.known === 1) return 'known';
  const verdicts = await store.query<AppealedVerdict>(appealedVerdict, { text });
  const rows = verdicts.map((verdict) => ({
    ...rowOf(appeal, verdict),
    id: verdicts.length === 1 ? id : `${id}/${verdict.keyType}`,
  }));
  if (rows.length > 0) await store.insertRows('operator_orders', rows);
  else await store.insertRows('operator_orders', [{ ...rowOf(appeal, nobody(appeal)), id }]);
  return rows.length > 0 ? 'stored' : 'no_verdict';
}

type Against = Pick<OperatorOrder, 'keyType' | 'key' | 'verdictId' | 'verdictAt' | 'codes'>;

function nobody({ verdict, at }: Appeal & { readonly at: number }): Against {
  return { keyType: '', key: verdict, verdictId: '', verdictAt: at, codes: [] };
}

function rowOf(
  { at, by, reason, confirmed }: Appeal & { readonly at: number },
  { keyType, key, codes, verdictId, verdictAt }: Against,
): object {
  return {
    given_at: clickHouseTime(at),
    kind: 'appeal',
    key_type: keyType,
    key,
    by,
    reason,
    confirmed: confirmed && keyType !== '',
    codes,
    verdict_id: verdictId,
    verdict_at: clickHouseTime(verdictAt),
  };
}
