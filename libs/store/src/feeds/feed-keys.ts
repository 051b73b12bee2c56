import { createHash, randomBytes } from 'node:crypto';
import { clickHouseTime } from '../click-house-time.js';
import { type Store } from '../store.js';

/** A key that may read the verdict feeds, as it is stored: without the key. */
export interface FeedKey {
  readonly name: string;
  /** `feedKeyHash` of the key. */
  readonly hash: string;
  /** Actions that its enforcement point can do; it is told no others. */
  readonly actions: readonly string[];
  /** Hosts behind its enforcement point; verdicts on all hosts are always for it. */
  readonly sites: readonly string[];
  /** Milliseconds since the epoch. */
  readonly createdAt: number;
}

const LIST = `
  SELECT name, key_hash AS hash, actions, sites, toUnixTimestamp64Milli(changed_at) AS createdAt
  FROM feed_keys FINAL
  WHERE removed = 0
  ORDER BY name`;

/** The keys of the verdict feeds. */
export class FeedKeys {
  constructor(private readonly store: Store) {}

  list(): Promise<FeedKey[]> {
    return this.store.query<FeedKey>(LIST);
  }

  /** Makes a key and stores its hash; @returns the key, which nobody can find out again */
  async add(
    name: string,
    { actions, sites }: Pick<FeedKey, 'actions' | 'sites'>,
    now: number,
  ): Promise<string> {
    const key = `wf_${randomBytes(32).toString('base64url')}`;
    await this.#write({ name, hash: feedKeyHash(key), actions, sites }, 0, now);
    return key;
  }

  remove(key: FeedKey, now: number): Promise<void> {
    return this.#write(key, 1, Math.max(now, key.createdAt + 1));
  }

  async #write(
    { name, hash, actions, sites }: Omit<FeedKey, 'createdAt'>,
    removed: 0 | 1,
    now: number,
  ): Promise<void> {
    const row = { name, key_hash: hash, actions, sites, removed, changed_at: clickHouseTime(now) };
    await this.store.insertRows('feed_keys', [row]);
  }
}

/** SHA-256, hex. A key is 256 random bits: there is nothing to try out that a slower hash would slow down. */
export function feedKeyHash(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
