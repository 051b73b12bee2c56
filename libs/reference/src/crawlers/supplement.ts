import { type CatalogueEntry } from './catalogue-entry.js';

/** Crawlers that say who they are and that the catalogue does not have. */
export const supplement: readonly CatalogueEntry[] = [
  { pattern: 'Jetpack by WordPress\\.com', url: 'https://jetpack.com', tags: ['monitoring'] },
  {
    pattern: 'FeedFetcher-Google',
    url: 'http://www.google.com/feedfetcher.html',
    tags: ['feed-reader'],
  },
  { pattern: 'Ezooms', url: 'https://moz.com/help/moz-procedures/crawlers', tags: ['seo'] },
  { pattern: 'Liferea', url: 'https://lzone.de/liferea', tags: ['feed-reader'] },
  { pattern: 'LiveJournal\\.com', url: 'https://www.livejournal.com', tags: ['feed-reader'] },
  { pattern: 'Project25499', url: 'https://project25499.com', tags: ['scanner'] },
  { pattern: 'research@pdrlabs\\.net', url: 'https://pdrlabs.net', tags: ['scanner'] },
  { pattern: 'libfetch', url: '', tags: ['http-library'] },
  { pattern: 'git\\/', url: 'https://git-scm.com', tags: ['http-library'] },
  { pattern: 'ReactorNetty', url: '', tags: ['http-library'] },
  { pattern: 'cpp-httplib', url: '', tags: ['http-library'] },
  { pattern: 'lua-resty-http', url: '', tags: ['http-library'] },
  { pattern: 'Tornado-Async-Client', url: '', tags: ['http-library'] },
  { pattern: 'GRequests', url: '', tags: ['http-library'] },
];
