import { consentedAggregation } from './consented-aggregation.js';
import { feedReading } from './feed-reading.js';
import { monitoring } from './monitoring.js';
import { ordinaryUse } from './ordinary-use.js';
import { type Purpose } from './purpose.js';

/**
 * Every benign purpose. Those without a rule are known by claim only: the crawler says what it is for
 * (`declared_bot`), and where its operator publishes addresses they prove it (`verified_bot`). Those with a
 * rule are tried in this order.
 */
export const purposes: readonly Purpose[] = [
  { id: 'search_indexing', definition: 'Reads pages so that a search engine can find them.' },
  { id: 'ai_training', definition: 'Collects pages to train a language model.' },
  {
    id: 'ai_user_fetch',
    definition: 'Fetches a page because a person asked an assistant about it.',
  },
  { id: 'seo', definition: 'Measures links and rankings for those who market sites.' },
  feedReading,
  monitoring,
  {
    id: 'preview',
    definition: 'Fetches a page once to show a preview of a link in a message or a post.',
  },
  { id: 'archiving', definition: 'Keeps a copy of pages for posterity.' },
  {
    id: 'security_scan',
    definition: 'Scans the internet, says so, and publishes or reports what it finds.',
  },
  {
    id: 'advertising',
    definition: 'Checks pages on which advertisements are shown or that they lead to.',
  },
  { id: 'academic', definition: 'Collects pages for research.' },
  consentedAggregation,
  { id: 'other', definition: 'Says who it is, for a purpose that is none of the above.' },
  ordinaryUse,
];
