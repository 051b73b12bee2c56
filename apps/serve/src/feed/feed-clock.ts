import { type Clock } from '#libs/platform';

/** The wall clock that verdicts end by. */
export type FeedClock = Pick<Clock, 'now'>;

/** Under which it is injected. */
export const FEED_CLOCK = Symbol('feed clock');
