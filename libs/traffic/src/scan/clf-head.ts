import { canonicalAddress } from '../canonical-address.js';
import { loggedHops } from './logged-hops.js';

/** What stands before the time: whose request, at which site, as which user. */
export interface ClfHead {
  /** `host` or `host:port`; `''` where the line names no site. */
  readonly vhost: string;
  readonly client: string;
  readonly user: string;
  readonly requestId: string;
  /** The whole list, where addresses of several hops stand for the client. */
  readonly forwardedFor: string;
}

/** After the client in nearly all lines: no ident, no user. */
const NOBODY = ' - - ';

/** How to read the first word: as the client, as the site, or by its looks. */
export type ClfLayout = 'client' | 'vhost' | 'guess';

/**
 * Reads `client ident user`, `vhost[:port] client ident user` and their common variations: a user name
 * with spaces, a list of addresses, a request id before `-`, a syslog prefix ending in `:`.
 * Null where no word can be a client.
 */
export function clfHead(text: string, layout: ClfLayout): ClfHead | null {
  return (layout === 'vhost' ? null : usualHead(text)) ?? variedHead(text, layout);
}

/** `client - - `, without taking it apart. */
function usualHead(text: string): ClfHead | null {
  const end = text.length - NOBODY.length;
  if (!text.endsWith(NOBODY) || text.indexOf(' ') !== end) return null;
  const client = text.slice(0, end);
  return isClient(client) ? { vhost: '', client, user: '', requestId: '', forwardedFor: '' } : null;
}

function variedHead(text: string, layout: ClfLayout): ClfHead | null {
  const words = withoutMissingHop(withoutSyslogPrefix(text.trim().split(' ', 40)));
  const [first = '', second = ''] = words;
  if (first.endsWith(',') || first.startsWith('"')) return listHead('', words, 0);
  if (!isClient(first)) return null;
  if (isClientFirst(words, layout)) return headAfter('', first, words.slice(1));
  return second === '' ? null : listHead(first, words, 1);
}

/** `- client - user`: an X-Forwarded-For in front that the request did not have. */
function withoutMissingHop(words: readonly string[]): readonly string[] {
  return words[0] === '-' && canonicalAddress(words[1] ?? '') !== '' ? words.slice(1) : words;
}

/** A source whose lines begin with the client still has a site in front where an address follows a name. */
function isClientFirst(words: readonly string[], layout: ClfLayout): boolean {
  const [first = '', second = '', third = ''] = words;
  if (layout === 'guess') return !isQuotedList(second) && !isVhost(first, second, third);
  if (layout === 'vhost' || canonicalAddress(first) !== '') return layout === 'client';
  return canonicalAddress(second.replace(/,$/, '')) === '';
}

/** A list of hops where the client would stand. */
function listHead(vhost: string, words: readonly string[], from: number): ClfHead | null {
  const list = loggedHops(words, from);
  if (!isClient(list.client)) return null;
  const head = headAfter(vhost, list.client, words.slice(list.end));
  return { ...head, forwardedFor: list.text || head.forwardedFor };
}

function headAfter(vhost: string, client: string, words: readonly string[]): ClfHead {
  const others = withoutBracketed(words);
  const hops = leadingAddresses(others);
  const forwardedFor = others.slice(0, hops).join(' ');
  const rest = others.slice(hops);
  const ident = unquoted(rest[0] ?? '-');
  const names = rest.slice(1);
  const site = vhost === '' && isSiteInIdent(ident) ? ident : vhost;
  const last = names.at(-1);
  if (names.length > 1 && last === '-') {
    const id = names[0] ?? '-';
    return { vhost: site, client, user: '', requestId: dashToEmpty(id), forwardedFor };
  }
  return {
    vhost: site,
    client,
    user: dashToEmpty(unquoted(names.join(' '))),
    requestId: '',
    forwardedFor,
  };
}

/** How many words behind the client are addresses: an X-Forwarded-For, for no ident is one. */
function leadingAddresses(words: readonly string[]): number {
  const index = words.findIndex((word) => canonicalAddress(word.replace(/,$/, '')) === '');
  return index < 0 ? words.length : index;
}

/** Older ingress-nginx repeats the client in brackets: `client - [client] - user`. */
function withoutBracketed(words: readonly string[]): readonly string[] {
  if (!(words[1] ?? '').startsWith('[')) return words;
  const end = words.findIndex((word) => word.endsWith(']'));
  return end > 0 && words[end + 1] === '-' ? words.slice(end + 1) : words;
}

/** `"a, b"`, where no ident is. */
function isQuotedList(word: string): boolean {
  return word.startsWith('"') && word !== '"-"' && word !== '""';
}

/** Whether the first word names the site and the second the client. */
function isVhost(first: string, second: string, third: string): boolean {
  if (canonicalAddress(first) !== '')
    return isHostWithPort(first) && canonicalAddress(second) !== '';
  if (canonicalAddress(second) !== '' || second.endsWith(',') || isHostWithPort(first)) return true;
  return second !== '-' && third === '-' && isClient(second) && first.includes('.');
}

function isHostWithPort(word: string): boolean {
  return /^[^:[\]]+:\d{1,5}$/.test(word) || /^\[[^\]]+\]:\d{1,5}$/.test(word);
}

/** OVH and others write the site where RFC 1413's ident would stand. */
function isSiteInIdent(ident: string): boolean {
  return ident.includes('.') && isClient(ident) && canonicalAddress(ident) === '';
}

/** How a line begins that a syslog daemon wrote: `Nov 22 …`, an ISO time, or the program's name. */
const SYSLOG_START =
  /^(?:<\d{1,3}>)?(?:(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)$|\d{4}-\d\d-\d\dT|[A-Za-z][\w./-]{0,47}(?:\[\d{1,10}\])?:$)/;

/** Looked for only where a line begins like it, or a user name with a colon could choose the client. */
function withoutSyslogPrefix(words: readonly string[]): readonly string[] {
  if (words.length < 3 || !SYSLOG_START.test(words[0] ?? '') || words[0] === 'unix:') return words;
  const tag = words.slice(0, 8).findIndex((word) => word.endsWith(':') && word !== 'unix:');
  return tag >= 0 && tag < words.length - 1 ? words.slice(tag + 1) : words;
}

/** A word that can stand for a client: an address, a host name, `unix:`. */
function isClient(word: string): boolean {
  return word.length <= 255 && word !== '-' && /^[\w.:[\]%-]+$/.test(word);
}

function unquoted(word: string): string {
  return word.length >= 2 && word.startsWith('"') && word.endsWith('"') ? word.slice(1, -1) : word;
}

function dashToEmpty(word: string): string {
  return word === '-' ? '' : word;
}
