import { canonicalAddress } from '../canonical-address.js';

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
  const words = withoutSyslogPrefix(text.trim().split(' ', 40));
  const [first = '', second = '', third = ''] = words;
  if (!isClient(first)) return null;
  const byClient = layout === 'client' || (layout === 'guess' && !isVhost(first, second, third));
  if (byClient) return headAfter('', first, words.slice(1));
  if (second === '') return null;
  const list = addressList(words);
  return { ...headAfter(first, list.client, words.slice(list.end)), forwardedFor: list.text };
}

function headAfter(vhost: string, client: string, rest: readonly string[]): ClfHead {
  const ident = unquoted(rest[0] ?? '-');
  const names = rest.slice(1);
  const site = vhost === '' && isSiteInIdent(ident) ? ident : vhost;
  const last = names.at(-1);
  if (names.length > 1 && last === '-') {
    const id = names[0] ?? '-';
    return { vhost: site, client, user: '', requestId: id === '-' ? '' : id, forwardedFor: '' };
  }
  return {
    vhost: site,
    client,
    user: dashToEmpty(unquoted(names.join(' '))),
    requestId: '',
    forwardedFor: '',
  };
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

interface HopList {
  readonly client: string;
  /** Index of the word behind the list. */
  readonly end: number;
  readonly text: string;
}

/**
 * `a, b, c` after the site: hops as X-Forwarded-For lists them. What stands left was claimed by whoever
 * stands right of it, so the client is the right-most address outside private networks.
 */
function addressList(words: readonly string[]): HopList {
  let end = 1;
  while (end < words.length - 1 && (words[end] ?? '').endsWith(',')) end++;
  const hops = words.slice(1, end + 1).map((word) => word.replace(/,$/, ''));
  const client =
    hops.findLast((hop) => canonicalAddress(hop) !== '' && !isPrivate(hop)) ?? hops[0] ?? '';
  return { client, end: end + 1, text: hops.length > 1 ? hops.join(', ') : '' };
}

/** RFC 1918, RFC 6598, RFC 4193, loopback and link-local. */
function isPrivate(address: string): boolean {
  return /^(10\.|127\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.|169\.254\.|::1$|f[cd]|fe80)/i.test(
    address,
  );
}

function withoutSyslogPrefix(words: string[]): string[] {
  if (words.length < 5) return words;
  const tag = words.slice(0, 8).findIndex((word) => word.endsWith(':') && !word.startsWith('unix'));
  return tag >= 0 && tag < words.length - 3 ? words.slice(tag + 1) : words;
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
