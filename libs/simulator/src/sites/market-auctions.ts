import { type Random } from '../chance/random.js';

/** An auction ends every ten minutes, around the clock; each runs for two days (assumption: a small auction house). */
const EVERY = 10 * 60_000;
const FIRST_ID = 1_000_000;

/** The market's auctions: the number of one tells when it ends. */
export const marketAuctions = {
  /** The auction that ends next after an instant, or `ahead` auctions later. */
  endingNext(time: number, ahead = 0): number {
    return Math.floor(time / EVERY) + 1 + ahead - FIRST_ID;
  },
  deadline(id: number): number {
    return (id + FIRST_ID) * EVERY;
  },
  /** One of those that run now, the soon ending more often. */
  running(time: number, random: Random): number {
    return marketAuctions.endingNext(time, Math.floor(random.exponential(20)) % 280);
  },
  target(id: number): string {
    return `/auktion/${id}`;
  },
};
