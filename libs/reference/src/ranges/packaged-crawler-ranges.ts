import data from '../../data/crawler-ranges.json' with { type: 'json' };
import { CrawlerRanges } from './crawler-ranges.js';
import { type RangeList } from './range-list.js';

/** The lists of data/crawler-ranges.json. */
export const packagedCrawlerRanges = new CrawlerRanges(data.lists as readonly RangeList[]);
