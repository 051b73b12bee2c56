import { type Product } from '../user-agent/products.js';
import { softwareEntries } from './crawler-catalogue.js';
import { PatternMatcher } from './pattern-matcher.js';

const matcher = new PatternMatcher(softwareEntries);

/** The HTTP library or driven browser of the catalogue that the text names, if any. */
export function cataloguedSoftware(text: string): Product | null {
  return matcher.longestIn(text);
}
