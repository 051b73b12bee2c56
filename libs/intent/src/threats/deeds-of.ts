import { type VisitorFeatures } from '../visitor-features.js';

/** What a visitor did itself: requests without the files that pages load and sockets opened ahead of need. At least one. */
export function deedsOf({ requests, assets, speculativeSockets }: VisitorFeatures): number {
  return Math.max(1, requests - assets - speculativeSockets);
}
