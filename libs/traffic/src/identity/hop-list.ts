import { canonicalAddress } from '../canonical-address.js';

/** More hops than any real chain has; what stands further left is not looked at. */
const MOST_HOPS = 32;
/** Characters of a header that are looked at, from the right. */
const LONGEST_CHAIN = 4_096;

/**
 * The addresses of an `X-Forwarded-For` chain from right to left, that is from the nearest hop outwards, in
 * canonical text; `''` for what is no address (`unknown`, a name). Nothing on the left has a say in what stands right of it.
 */
export function forwardedForHops(header: string): string[] {
  return elementsFromRight(header, false).map((element) => canonicalAddress(element));
}

/** The same for `Forwarded` (RFC 7239): the `for=` of each element; `''` for obfuscated ones and `unknown`. */
export function forwardedHops(header: string): string[] {
  return elementsFromRight(header, true).map((element) => canonicalAddress(forNode(element)));
}

/** The elements of a comma-separated list from right to left. */
function elementsFromRight(header: string, hasQuotes: boolean): string[] {
  const text = header.slice(-LONGEST_CHAIN);
  const commas = commasFromRight(text, hasQuotes);
  const elements: string[] = [];
  let end = text.length;
  for (const comma of commas) {
    elements.push(text.slice(comma + 1, end).trim());
    end = comma;
  }
  // What was cut off on the left is not a whole element.
  const isWhole = commas.length < MOST_HOPS && header.length <= LONGEST_CHAIN;
  const first = isWhole ? text.slice(0, end).trim() : '';
  if (first !== '') elements.push(first);
  return elements;
}

/** Where the list is separated; commas in quoted strings separate nothing. */
function commasFromRight(text: string, hasQuotes: boolean): number[] {
  const commas: number[] = [];
  let quoted = false;
  for (let at = text.length - 1; at >= 0 && commas.length < MOST_HOPS; at--) {
    const code = text.charCodeAt(at);
    if (hasQuotes && code === QUOTE && !isEscaped(text, at)) quoted = !quoted;
    else if (code === COMMA && !quoted) commas.push(at);
  }
  return commas;
}

const COMMA = 44;
const QUOTE = 34;
const SEMICOLON = 59;
const BACKSLASH = 92;

/** Whether an odd number of backslashes stands before a position. */
function isEscaped(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && text.charCodeAt(before) === BACKSLASH) before--;
  return (at - 1 - before) % 2 === 1;
}

/**
 * The node of `for=192.0.2.43`, `For="[2001:db8::1]:4711"`, without a hidden port; `''` where there is none, or more than one:
 * other parameters carry what visitors wrote.
 */
function forNode(element: string): string {
  const nodes = parametersOf(element).filter((one) => /^for=/i.test(one));
  if (nodes.length !== 1) return '';
  const value = (nodes[0] ?? '').slice(4).trim();
  const node = value.startsWith('"') && value.endsWith('"') ? value.slice(1, -1) : value;
  const hiddenPort = node.indexOf(':_');
  return hiddenPort < 0 ? node : node.slice(0, hiddenPort);
}

/** What semicolons separate, quoted strings apart. */
function parametersOf(element: string): string[] {
  const parameters: string[] = [];
  let from = 0;
  let quoted = false;
  for (let at = 0; at < element.length; at++) {
    const code = element.charCodeAt(at);
    if (code === BACKSLASH && quoted) at++;
    else if (code === QUOTE) quoted = !quoted;
    else if (code === SEMICOLON && !quoted) {
      parameters.push(element.slice(from, at).trim());
      from = at + 1;
    }
  }
  parameters.push(element.slice(from).trim());
  return parameters;
}
