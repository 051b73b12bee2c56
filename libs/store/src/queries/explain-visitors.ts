import { visitorFeatures } from './visitor-features.js';

/**
 * The same rows as `visitorFeatures`, of some addresses. Parameters: `addresses` (Array(String)), and those of
 * `visitorFeatures`: with `everybody`, whenever they moved.
 */
export const explainVisitors = `
  SELECT *
  FROM (${visitorFeatures})
  WHERE address IN {addresses: Array(String)}
  ORDER BY address, keyType, requests DESC, userAgent`;

/** Parameters of `visitorFeatures` by which everybody moved. */
export const everybody = {
  since: 0,
  appendedSince: Number.MAX_SAFE_INTEGER,
  cells: [] as readonly string[],
} as const;
