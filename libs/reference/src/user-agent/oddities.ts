import { looksLikeMozilla } from './looks-like-mozilla.js';

type Oddity = readonly [code: string, holds: (text: string) => boolean];

/** First version of Internet Explorer that is not called ancient: 8 left support in January 2016. */
const OLDEST_LIVING_EXPLORER = 9;

const ODDITIES: readonly Oddity[] = [
  ['typo_mozilla', (text) => looksLikeMozilla(text)],
  ['header_name_inside', (text) => /^["']?user-?agent["']?\s{0,3}[:=]/i.test(text)],
  ['quoted', (text) => /^["'`\\]/.test(text)],
  ['ancient_browser', isAncient],
  ['truncated', isTruncated],
  ['placeholder_inside', (text) => /\{\{|\{\w{1,30}\}|%[sd]\b|\[random/i.test(text)],
  ['url_encoded', (text) => /^Mozilla%2F/i.test(text)],
  ['escaped_bytes', (text) => /\\x[0-9a-f]{2}/i.test(text)],
  ['control_characters', hasControlCharacters],
];

/**
 * What is wrong with a user agent in ways that browsers are not, as codes: `typo_mozilla`
 * ("Mozlila/5.0"), `header_name_inside` ("User-Agent: Mozilla/5.0"), `quoted`, `ancient_browser`
 * (Internet Explorer before 9, Windows before XP), `truncated` (cut inside its comment, or no
 * product after "Mozilla/5.0"), `placeholder_inside` (a template nobody filled in), `url_encoded`,
 * `escaped_bytes`, `control_characters`.
 */
export function oddities(text: string): readonly string[] {
  return ODDITIES.filter(([, holds]) => holds(text)).map(([code]) => code);
}

function isAncient(text: string): boolean {
  if (/Windows (?:95|98|CE|NT [1-4]\.|NT 5\.0)|Win9[58]/.test(text)) return true;
  const explorer = /MSIE (\d{1,3})\./.exec(text)?.[1];
  return explorer !== undefined && realExplorer(text, Number(explorer)) < OLDEST_LIVING_EXPLORER;
}

/** Compatibility view calls itself MSIE 7 while Trident/4 to 7 tell 8 to 11. */
function realExplorer(text: string, claimed: number): number {
  const engine = /Trident\/(\d{1,2})\./.exec(text)?.[1];
  return engine === undefined ? claimed : Math.max(claimed, Number(engine) + 4);
}

function isTruncated(text: string): boolean {
  if (/^Mozilla\/[45]\.0$/.test(text)) return true;
  if (!text.startsWith('Mozilla/')) return false;
  const bare = /^Mozilla\/5\.0 \([^)]*\)$/.test(text) && !/compatible|Trident/.test(text);
  return bare || (text.includes('(') && !text.includes(')'));
}

function hasControlCharacters(text: string): boolean {
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 0x20 || code === 0x7f) return true;
  }
  return false;
}
