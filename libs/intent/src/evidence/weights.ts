import { actingWeights } from './weights/acting-weights.js';
import { apiClientWeights } from './weights/api-client-weights.js';
import { contentWeights } from './weights/content-weights.js';
import { floodingWeights } from './weights/flooding-weights.js';
import { loginWeights } from './weights/login-weights.js';
import { natureWeights } from './weights/nature-weights.js';
import { payingWeights } from './weights/paying-weights.js';
import { scanningWeights } from './weights/scanning-weights.js';
import { scrapingWeights } from './weights/scraping-weights.js';
import { stockWeights } from './weights/stock-weights.js';

/**
 * How much each reason weighs, in natural-log odds, at strength one. Rules scale it by how strongly
 * the reason shows. These tables are the only place where weights live; a fitted file may replace them.
 *
 * Source of the figures: stated assumptions, set by order of magnitude (1 ≈ "three times as likely",
 * 2.3 ≈ "ten times", 4.6 ≈ "a hundred times") and checked with `wherefore evaluate` on labelled logs;
 * none is fitted to a data set.
 */
export const weights = {
  ...natureWeights,
  ...actingWeights,
  ...scanningWeights,
  ...scrapingWeights,
  ...loginWeights,
  ...payingWeights,
  ...stockWeights,
  ...contentWeights,
  ...floodingWeights,
  ...apiClientWeights,
} as const satisfies Record<string, number>;
