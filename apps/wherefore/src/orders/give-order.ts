import { randomUUID } from 'node:crypto';
import { userInfo } from 'node:os';
import { clickHouseTime, type OperatorOrder, type Store } from '#libs/store';

/** An order without what every order has. */
export type NewOrder = Partial<OperatorOrder> & Pick<OperatorOrder, 'kind' | 'reason'>;

/** Writes an order down; the analysis looks for them every second. */
export async function giveOrder(store: Store, orders: readonly NewOrder[]): Promise<void> {
  const now = Date.now();
  await store.insertRows(
    'operator_orders',
    orders.map(({ kind, reason, keyType = '', key = '', by = userName(), ...appeal }) => ({
      id: randomUUID(),
      given_at: clickHouseTime(now),
      kind,
      key_type: keyType,
      key,
      by,
      reason,
      confirmed: appeal.confirmed ?? false,
      codes: appeal.codes ?? [],
      verdict_id: appeal.verdictId ?? '',
      verdict_at: clickHouseTime(appeal.verdictAt ?? now),
    })),
  );
}

/** The account of the machine; a container may have none. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return 'somebody';
  }
}
