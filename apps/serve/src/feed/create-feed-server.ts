import {
  type Logger,
  type MetricsRegistry,
  type ReadinessRegistry,
  systemClock,
} from '#libs/platform';
import { Exclusions } from '#libs/sources';
import { FeedCursors, FeedKeys, type Store } from '#libs/store';
import { FeedLimits } from './access/feed-limits.js';
import { KnownKeys } from './access/known-keys.js';
import { type FeedConfig } from './feed-config.js';
import { FeedMetrics } from './feed-metrics.js';
import { FeedServer } from './feed-server.js';
import { ReaderCursors } from './lapi/reader-cursors.js';
import { VerdictFeed } from './verdict-feed.js';

const HOUR_MS = 3_600_000;
/** A feed that could not be compared with the store for so long is not ready, milliseconds. */
const STALE_MS = 60_000;

/** Puts the parts of the feed together. */
export function createFeedServer(
  config: FeedConfig,
  store: Store,
  {
    registry,
    readiness,
    logger,
  }: {
    readonly registry: MetricsRegistry;
    readonly readiness: ReadinessRegistry;
    readonly logger: Logger;
  },
): FeedServer {
  const exclusions = new Exclusions(config.EXPORT_NEVER, config.POLICY_FILE, logger);
  const historyMs = config.FEED_HISTORY_HOURS * HOUR_MS;
  const feed = new VerdictFeed({ store, exclusions, clock: systemClock, logger, historyMs });
  readiness.register('feed', () => Promise.resolve((feed.age ?? STALE_MS) < STALE_MS));
  const parts = {
    feed,
    keys: new KnownKeys(new FeedKeys(store)),
    cursors: new ReaderCursors(new FeedCursors(store), logger),
    limits: new FeedLimits(config.FEED_REQUESTS_PER_MINUTE),
    metrics: new FeedMetrics(registry, feed),
    clock: systemClock,
  };
  return new FeedServer(config, parts, logger);
}
