import { type DeclaredCrawler } from '../user-agent/user-agent-identity.js';

/** Where a word says bot, crawler or spider. */
const CALLS_ITSELF_A_BOT = /(?:bot|crawler|spider)\b/i;

/** What stands before it in the same word, from its first letter on. */
const WORD_BEFORE = /[A-Za-z][\w.-]{0,40}$/;

/** Phones of the brand Cubot say it too. */
const PHONE = /cubot/i;

/** The page crawlers put into their user agent behind a plus sign, as the big operators do it. */
const OWN_PAGE = /\+\s?(https?:\/\/[^\s;,)"'<>]{4,200})/;

/** Sites of code, where the address behind the plus sign is the library's, not a crawler's. */
const CODE_SITES = new Set(['github.com', 'gitlab.com', 'feedparser.org']);

/**
 * The word with which a text calls itself a bot, e.g. `YandexBot`; null where it does not.
 *
 * @param lower The same text in lower case.
 */
export function botWordIn(text: string, lower: string): string | null {
  // Most texts have none of it, and plain searches are quicker than the expression.
  if (!lower.includes('bot') && !lower.includes('crawler') && !lower.includes('spider'))
    return null;
  const found = CALLS_ITSELF_A_BOT.exec(text);
  if (found === null) return null;
  const before = WORD_BEFORE.exec(text.slice(Math.max(0, found.index - 41), found.index));
  const word = `${before?.[0] ?? ''}${found[0]}`;
  return PHONE.test(word) ? null : word;
}

/**
 * A crawler outside the catalogue that calls itself a bot or names its page; null otherwise.
 *
 * @param lower The same text in lower case.
 */
export function undocumentedCrawler(text: string, lower: string): DeclaredCrawler | null {
  const url = text.includes('+') ? (OWN_PAGE.exec(text)?.[1] ?? '') : '';
  const site = siteOf(url);
  const name = botWordIn(text, lower) ?? (CODE_SITES.has(site) ? '' : site);
  return name === ''
    ? null
    : { name, operator: CODE_SITES.has(site) ? name : site || name, purpose: 'other', url };
}

function siteOf(url: string): string {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
}
