export type Ipv4Octets = readonly [number, number, number, number];

/** The octets of a dotted address in plain decimal without leading zeros, or null. */
export function parseIpv4(text: string): Ipv4Octets | null {
  if (text.length < 7 || text.length > 15) return null;
  const octets: [number, number, number, number] = [0, 0, 0, 0];
  let index = 0;
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 46) {
      if (digits === 0 || index === 3) return null;
      index++;
      digits = 0;
      continue;
    }
    const octet = withDigit(octets[index] ?? 0, digits, code);
    if (octet < 0) return null;
    octets[index] = octet;
    digits++;
  }
  return index === 3 && digits > 0 ? octets : null;
}

function withDigit(octet: number, digits: number, code: number): number {
  if (code < 48 || code > 57 || (digits > 0 && octet === 0)) return -1;
  const next = octet * 10 + code - 48;
  return next > 255 ? -1 : next;
}
