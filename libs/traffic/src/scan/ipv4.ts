export type Ipv4Octets = readonly [number, number, number, number];

/** The octets of a dotted address in plain decimal without leading zeros, or null. */
export function parseIpv4(text: string): Ipv4Octets | null {
  const number = ipv4Number(text);
  if (number < 0) return null;
  return [number >>> 24, (number >>> 16) & 255, (number >>> 8) & 255, number & 255];
}

/** Whether a text is such an address; allocates nothing. */
export function isIpv4(text: string): boolean {
  return ipv4Number(text) >= 0;
}

/** Such an address as a number of 32 bits, the first octet highest; -1 for any other text. */
export function ipv4Number(text: string): number {
  if (text.length < 7 || text.length > 15) return -1;
  let number = 0;
  let from = 0;
  for (let index = 0; index < 4; index++) {
    const dot = index < 3 ? text.indexOf('.', from) : text.length;
    const octet = dot < 0 ? -1 : parseOctet(text, from, dot);
    if (octet < 0) return -1;
    number = number * 256 + octet;
    from = dot + 1;
  }
  return number;
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
