import { parseIpv4 } from './ipv4.js';

const GROUPS = 8;

/** The eight 16-bit groups of an IPv6 address (a dotted IPv4 tail is allowed), or null. */
export function parseIpv6(text: string): number[] | null {
  if (text.length < 2 || text.length > 45) return null;
  const gap = text.indexOf('::');
  if (gap >= 0) return withGap(text, gap);
  const groups: number[] = [];
  return readGroups(text, 0, text.length, groups) && groups.length === GROUPS ? groups : null;
}

/** The groups of an address with zeros left out at `gap`. */
function withGap(text: string, gap: number): number[] | null {
  const groups: number[] = [];
  const tail: number[] = [];
  if (gap > 0 && !readGroups(text, 0, gap, groups)) return null;
  if (gap + 2 < text.length && !readGroups(text, gap + 2, text.length, tail)) return null;
  if (groups.length + tail.length >= GROUPS) return null;
  while (groups.length + tail.length < GROUPS) groups.push(0);
  groups.push(...tail);
  return groups;
}

/** Appends the groups between two places of the text; false where they are none. */
function readGroups(text: string, from: number, end: number, groups: number[]): boolean {
  for (let at = from; at <= end;) {
    const colon = text.indexOf(':', at);
    const stop = colon < 0 || colon > end ? end : colon;
    const group = hexGroup(text, at, stop);
    if (group < 0) return stop === end && readDottedTail(text.slice(at, end), groups);
    groups.push(group);
    at = stop + 1;
  }
  return true;
}

function readDottedTail(text: string, groups: number[]): boolean {
  const octets = parseIpv4(text);
  if (octets === null) return false;
  groups.push(octets[0] * 256 + octets[1], octets[2] * 256 + octets[3]);
  return true;
}

/** One to four hexadecimal digits as a number; -1 for anything else. */
function hexGroup(text: string, from: number, end: number): number {
  if (end === from || end - from > 4) return -1;
  let group = 0;
  for (let at = from; at < end; at++) {
    const digit = hexDigit(text.charCodeAt(at));
    if (digit < 0) return -1;
    group = group * 16 + digit;
  }
  return group;
}

function hexDigit(code: number): number {
  if (code >= 48 && code <= 57) return code - 48;
  const lower = code | 32;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/** RFC 5952 text: lower case, no leading zeros, the first longest run of two or more zero groups as `::`. */
export function ipv6Text(groups: readonly number[]): string {
  const { start, length } = longestZeroRun(groups);
  const text = groups.map((group) => group.toString(16));
  if (length < 2) return text.join(':');
  return `${text.slice(0, start).join(':')}::${text.slice(start + length).join(':')}`;
}

function longestZeroRun(groups: readonly number[]): { start: number; length: number } {
  let best = { start: -1, length: 0 };
  let start = -1;
  for (const [index, group] of groups.entries()) {
    if (group !== 0) {
      start = -1;
      continue;
    }
    if (start < 0) start = index;
    if (index - start + 1 > best.length) best = { start, length: index - start + 1 };
  }
  return best;
}
