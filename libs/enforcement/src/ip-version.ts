/** Of an address or a CIDR block; null where the text is neither, such as a host name. */
export function ipVersion(text: string): 4 | 6 | null {
  if (text.includes(':')) return 6;
  return /^\d{1,3}(\.\d{1,3}){3}(\/\d{1,2})?$/.test(text) ? 4 : null;
}
