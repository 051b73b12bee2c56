import { type FeedKey } from '#libs/store';
import { table } from '../summary/table.js';

/** A key with what is known of its use. */
export interface UsedKey extends FeedKey {
  /** When the stream was last read with it, milliseconds since the epoch; null for never, or not for 30 days. */
  readonly lastPull: number | null;
  /** Addresses that read the stream with it. */
  readonly clients: number;
}

/** The keys as a table for people. */
export function renderKeys(keys: readonly UsedKey[]): string {
  if (keys.length === 0) return 'There are no keys. `wherefore keys add NAME` makes one.';
  return table(
    ['name', 'made', 'actions', 'sites', 'last stream', 'from addresses'],
    keys.map(({ name, createdAt, actions, sites, lastPull, clients }) => [
      name,
      minute(createdAt),
      actions.join(', '),
      sites.length === 0 ? '–' : sites.join(', '),
      lastPull === null ? 'never' : minute(lastPull),
      String(clients),
    ]),
  );
}

function minute(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 16).replace('T', ' ');
}
