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

/** Whether a text is such an address; allocates nothing. */
export function isIpv4(text: string): boolean {
  const { length } = text;
  if (length < 7 || length > 15) return false;
  let dots = 0;
  let octet = -1;
  for (let at = 0; at < length; at++) {
    const code = text.charCodeAt(at);
    if (code === 46) {
      if (octet < 0) return false;
      dots++;
      octet = -1;
    } else {
      // A digit behind a leading zero would make it octal to some.
      if (code < 48 || code > 57 || octet === 0) return false;
      octet = (octet < 0 ? 0 : octet * 10) + code - 48;
      if (octet > 255) return false;
    }
  }
  return dots === 3 && octet >= 0;
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
