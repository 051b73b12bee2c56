import { canonicalAddress } from '../canonical-address.js';
import { detailsOf } from '../details-of.js';
import { type RawRequest } from '../raw-request.js';
import { type LineToken } from './line-tokens.js';
import { loggedHops } from './logged-hops.js';
import { unescapeLogged } from './quoted-text.js';

/**
 * Reads what stands between the time and the request where the time comes first: `client …`, `site client …`
 * or `client - user …`. Returns what is left for `readExtras`, or null where no word can be a client.
 */
export function readClientAfterTime(
  tokens: readonly LineToken[],
  request: RawRequest,
): readonly LineToken[] | null {
  const addresses = tokens.map(({ text }) => isAddress(text));
  const index = clientIndex(tokens, addresses);
  if (index < 0) return null;
  const words = tokens.map(({ text }) => text);
  const hops = loggedHops(words, index);
  request.client = hops.client;
  request.forwardedFor = hops.text;
  const site = tokens.slice(0, index).find(({ text }) => isAddress(text) || /^[a-z]/i.test(text));
  request.host = site?.text ?? '';
  return afterUser(tokens.slice(hops.end), request);
}

/** Of two addresses the first is the site, unless only the second has a port: that is an upstream. */
function clientIndex(tokens: readonly LineToken[], addresses: readonly boolean[]): number {
  const first = addresses.indexOf(true);
  if (first !== 0) return first < 0 ? tokens.findIndex(({ text }) => isName(text)) : first;
  const [one, two] = tokens;
  if (one === undefined || two === undefined || addresses[1] !== true) return 0;
  return one.text.endsWith(',') || (hasPort(two.text) && !hasPort(one.text)) ? 0 : 1;
}

/** `- user` right behind the client. */
function afterUser(tokens: readonly LineToken[], request: RawRequest): readonly LineToken[] {
  const [ident, user] = tokens;
  if (ident?.text !== '-' || user?.kind !== 'word' || isHost(user.text)) return tokens;
  if (user.text !== '-' && !/^\d/.test(user.text)) request.account = unescapeLogged(user.text);
  return tokens.slice(2);
}

/**
 * Takes what tells itself from the words around time and request: the site, TLS version and cipher, scheme,
 * X-Forwarded-For in quotes, a duration in seconds with three decimals, a request id of 32 hexadecimal digits.
 */
export function readExtras(tokens: readonly LineToken[], request: RawRequest): void {
  for (const [index, token] of tokens.entries()) {
    readExtra(token, request);
    if (TLS.test(token.text)) {
      const cipher = tokens[index + 1]?.text ?? '';
      const details = detailsOf(request);
      details.tlsProtocol = token.text;
      details.tlsCipher = CIPHER.test(cipher) ? cipher : '';
      request.scheme = 'https';
    }
  }
}

const TLS = /^(?:TLS|SSL)v[\d.]{1,5}$/;
const CIPHER = /^[A-Z\d][A-Z\d_-]{5,63}$/i;

function readExtra({ kind, text }: LineToken, request: RawRequest): void {
  if (kind === 'quoted' && isAddressList(text)) request.forwardedFor ||= text;
  else if (/^\d{1,6}\.\d{3}$/.test(text)) request.durationMs ??= Math.round(Number(text) * 1e3);
  else readName(text, request);
}

function readName(text: string, request: RawRequest): void {
  if (text === 'http' || text === 'https') request.scheme ||= text;
  else if (/^[\da-f]{32}$/.test(text)) request.requestId ||= text;
  else if (isHost(text)) request.host ||= text;
}

function isAddress(text: string): boolean {
  return canonicalAddress(text.replace(/,$/, '')) !== '';
}

function isAddressList(text: string): boolean {
  return isAddress(text.split(',', 1)[0] ?? '');
}

function hasPort(text: string): boolean {
  return /^(?:[\d.]{7,15}|\[[\da-f:.]{2,45}\]):\d{1,5}$/i.test(text);
}

function isName(text: string): boolean {
  return text.length <= 255 && /^[A-Za-z\d][\w.-]*$/.test(text);
}

/** A name with a dot and letters behind the last one, perhaps with a port. */
function isHost(text: string): boolean {
  return (
    text.length <= 260 &&
    /^(?:[\w-]{1,63}\.){1,20}[A-Za-z][A-Za-z\d-]{1,62}(?::\d{1,5})?$/.test(text)
  );
}
