/** What a declared crawler is for, by its operator's own description. */
export type CrawlerPurpose =
  | 'search_indexing'
  | 'ai_training'
  | 'ai_user_fetch'
  | 'seo'
  | 'monitoring'
  | 'feed'
  | 'preview'
  | 'archiving'
  | 'security_scan'
  | 'advertising'
  | 'academic'
  | 'other';

/** The catalogue's tags, in the order in which they decide where an entry has several. */
const BY_TAG: readonly (readonly [tag: string, purpose: CrawlerPurpose])[] = [
  ['search-engine', 'search_indexing'],
  ['ai-crawler', 'ai_training'],
  ['social-preview', 'preview'],
  ['feed-reader', 'feed'],
  ['monitoring', 'monitoring'],
  ['archiver', 'archiving'],
  ['scanner', 'security_scan'],
  ['academic', 'academic'],
  ['advertising', 'advertising'],
  ['seo', 'seo'],
];

/** Crawlers that fetch one page because a person asked an assistant about it, just then. */
const USER_FETCH =
  /^(?:[\w.-]{0,40}-User|PerplexityUser|kagi-fetcher|DuckAssistBot|Google-NotebookLM|Google-Agent|Gemini-Deep-Research|Devin)$/;

/** Crawlers of AI operators that build a search index and cite it. */
const AI_SEARCH = 'Search';

/** Where the catalogue's tag says less than the operator's own page does. */
const BY_NAME: ReadonlyMap<string, CrawlerPurpose> = new Map([
  ['Amazonbot', 'search_indexing'],
  ['PetalBot', 'search_indexing'],
  ['PerplexityBot', 'search_indexing'],
  ['ia_archiver', 'archiving'],
  ['facebookexternalhit', 'preview'],
  ['jetmon', 'monitoring'],
  ['Jetpack by WordPress.com', 'monitoring'],
  ['Netcraft Web Server Survey', 'security_scan'],
]);

/** The purpose of a catalogue entry from its tags and name. */
export function crawlerPurpose(name: string, tags: readonly string[]): CrawlerPurpose {
  const known = BY_NAME.get(name);
  if (known !== undefined) return known;
  if (USER_FETCH.test(name)) return 'ai_user_fetch';
  const purpose = BY_TAG.find(([tag]) => tags.includes(tag))?.[1] ?? 'other';
  return purpose === 'ai_training' && name.includes(AI_SEARCH) ? 'search_indexing' : purpose;
}
