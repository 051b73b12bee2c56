export type Ipv4Octets = readonly [number, number, number, number];

/** The octets of a dotted address in plain decimal without leading zeros, or null. */
export function parseIpv4(text: string): Ipv4Octets | null {
  if (text.length < 7 || text.length > 15) return null;
  const octets: [number, number, number, number] = [0, 0, 0, 0];
  let from = 0;
  for (let index = 0; index < 4; index++) {
    const dot = index < 3 ? text.indexOf('.', from) : text.length;
    const octet = dot < 0 ? -1 : parseOctet(text, from, dot);
    if (octet < 0) return null;
    octets[index] = octet;
    from = dot + 1;
  }
  return octets;
}

function parseOctet(text: string, from: number, end: number): number {
  const leadingZero = end - from > 1 && text.charCodeAt(from) === 48;
  if (end === from || end - from > 3 || leadingZero) return -1;
  let octet = 0;
  for (let at = from; at < end; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return -1;
    octet = octet * 10 + digit;
  }
  return octet > 255 ? -1 : octet;
}
