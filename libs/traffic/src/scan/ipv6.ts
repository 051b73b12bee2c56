import { parseIpv4 } from './ipv4.js';

/** The eight 16-bit groups of an IPv6 address (a dotted IPv4 tail is allowed), or null. */
export function parseIpv6(text: string): number[] | null {
  if (text.length < 2 || text.length > 45) return null;
  const gap = text.indexOf('::');
  if (gap < 0) {
    const groups = parseGroups(text);
    return groups?.length === 8 ? groups : null;
  }
  const head = parseSide(text.slice(0, gap));
  const tail = parseSide(text.slice(gap + 2));
  if (head === null || tail === null || head.length + tail.length > 7) return null;
  return [...head, ...new Array<number>(8 - head.length - tail.length).fill(0), ...tail];
}

function parseSide(text: string): number[] | null {
  return text === '' ? [] : parseGroups(text);
}

function parseGroups(text: string): number[] | null {
  const groups: number[] = [];
  const parts = text.split(':');
  for (const [index, part] of parts.entries()) {
    if (index === parts.length - 1 && part.includes('.')) {
      const octets = parseIpv4(part);
      if (octets === null) return null;
      groups.push(octets[0] * 256 + octets[1], octets[2] * 256 + octets[3]);
    } else {
      if (!/^[0-9a-f]{1,4}$/i.test(part)) return null;
      groups.push(parseInt(part, 16));
    }
  }
  return groups;
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
