import { type VisitorFeatures } from '../visitor-features.js';

/** Different things a visitor took: pages, or items that an interface gives without a page around them. */
export function collected({ distinctPages, items, distinctQueries }: VisitorFeatures): number {
  return Math.max(distinctPages, Math.min(items, distinctQueries));
}
