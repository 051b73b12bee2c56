import { percentDecode } from '../percent-decode.js';

/** How a producer keeps spaces out of its words: IIS writes `+`, CloudFront percent-encodes, quotes need nothing. */
export type W3cEncoding = 'plus' | 'percent' | 'none';

const PLUS = /\++/g;
const SPACED_PLUS = /;\+/g;

/**
 * A user agent as it was sent. IIS writes `+` for a space and for a plus alike; a plus is taken for one
 * where `(+http` or ` +http` was meant, which is how crawlers give their address: `++https` and `(+https`.
 */
export function userAgentText(text: string, encoding: W3cEncoding): string {
  if (encoding === 'percent') return percentDecoded(text);
  if (encoding === 'none' || !text.includes('+')) return text;
  if (!text.includes('++') && !text.includes('(+')) return text.replaceAll('+', ' ');
  return text.replace(PLUS, (run: string, at: number) => {
    const behind = at + run.length;
    const url = text.startsWith('http', behind) || text.startsWith('www.', behind);
    const isPlus = url && (run.length > 1 || text.charAt(at - 1) === '(');
    return isPlus ? `${' '.repeat(run.length - 1)}+` : ' '.repeat(run.length);
  });
}

/** A cookie header, or any list written with `; ` between its parts. */
export function cookieText(text: string, encoding: W3cEncoding): string {
  if (encoding === 'percent') return percentDecoded(text);
  return encoding === 'plus' ? text.replace(SPACED_PLUS, '; ') : text;
}

/** A list of addresses, `a, b`. */
export function addressListText(text: string, encoding: W3cEncoding): string {
  if (encoding === 'percent') return percentDecoded(text);
  return encoding === 'plus' ? text.replaceAll(',+', ', ') : text;
}

/** A URL keeps its own percent-encoding; CloudFront's, put on top of it, is taken off. */
export function urlText(text: string, encoding: W3cEncoding): string {
  return encoding === 'percent' && text.includes('%25') ? text.replace(DOUBLE, '%') : text;
}

const DOUBLE = /%25(?=[0-9A-Fa-f]{2})/g;

/** Old CloudFront logs encode twice: `%2520`. */
function percentDecoded(text: string): string {
  const once = percentDecode(text);
  return once.includes('%20') ? percentDecode(once) : once;
}

/** Percent-decoded where the encoding says so. */
export function decodedText(text: string, encoding: W3cEncoding): string {
  return encoding === 'percent' ? percentDecoded(text) : text;
}
