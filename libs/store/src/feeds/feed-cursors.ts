import { clickHouseTime } from '../click-house-time.js';
import { type Store } from '../store.js';

/** Who reads a feed: a key, and the address it is used from. */
export interface FeedReader {
  readonly name: string;
  readonly client: string;
}

/** Up to where a reader has heard everything. */
export interface StoredCursor {
  readonly sequence: number;
  /** Milliseconds since the epoch. */
  readonly at: number;
}

const READ = `
  SELECT sequence, toUnixTimestamp64Milli(pulled_at) AS at
  FROM feed_cursors FINAL
  WHERE name = {name: String} AND client = {client: String}`;

const LAST_PULLS = `
  SELECT name, toUnixTimestamp64Milli(max(pulled_at)) AS at, toFloat64(uniqExact(client)) AS clients
  FROM feed_cursors
  GROUP BY name`;

/** Where each reader of the feed stands, for every replica to see. */
export class FeedCursors {
  constructor(private readonly store: Store) {}

  async read({ name, client }: FeedReader): Promise<StoredCursor | undefined> {
    const [row] = await this.store.query<StoredCursor>(READ, { name, client });
    return row;
  }

  async write({ name, client }: FeedReader, { sequence, at }: StoredCursor): Promise<void> {
    const row = { name, client, sequence, pulled_at: clickHouseTime(at) };
    await this.store.insertRows('feed_cursors', [row]);
  }

  /** When each key was last used for a feed, and from how many addresses in the last 30 days. */
  lastPulls(): Promise<{ name: string; at: number; clients: number }[]> {
    return this.store.query(LAST_PULLS);
  }
}
