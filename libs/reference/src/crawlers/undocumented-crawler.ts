import { type DeclaredCrawler } from '../user-agent/user-agent-identity.js';

/** A word that says bot, crawler or spider; phones of the brand Cubot say it too. */
const CALLS_ITSELF_A_BOT = /([A-Za-z][\w.-]{0,40})?(?:bot|crawler|spider)\b/i;
const PHONE = /cubot/i;

/** The page crawlers put into their user agent behind a plus sign, as the big operators do it. */
const OWN_PAGE = /\+\s?(https?:\/\/[^\s;,)"'<>]{4,200})/;

/** Sites of code, where the address behind the plus sign is the library's, not a crawler's. */
const CODE_SITES = new Set(['github.com', 'gitlab.com', 'feedparser.org']);

/** The word with which a text calls itself a bot, e.g. `YandexBot`; null where it does not. */
export function botWordIn(text: string): string | null {
  const word = CALLS_ITSELF_A_BOT.exec(text)?.[0];
  return word === undefined || PHONE.test(word) ? null : word;
}

/** A crawler outside the catalogue that calls itself a bot or names its page; null otherwise. */
export function undocumentedCrawler(text: string): DeclaredCrawler | null {
  const url = OWN_PAGE.exec(text)?.[1] ?? '';
  const site = URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : '';
  const name = botWordIn(text) ?? (CODE_SITES.has(site) ? '' : site);
  return name === ''
    ? null
    : { name, operator: CODE_SITES.has(site) ? name : site || name, purpose: 'other', url };
}
