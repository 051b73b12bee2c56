/** Letters and digits of a path segment, without accents. */
export function segmentLetters(segment: string): string {
  if (/^[a-z0-9]*$/.test(segment)) return segment;
  if (/^[a-z0-9._-]*$/.test(segment)) return segment.replace(/[._-]+/g, '');
  return segment.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '');
}

/** A lower-case path segment without matrix parameters and the ending of a page or script. */
export function withoutExtension(segment: string): string {
  const semicolon = segment.indexOf(';');
  const bare = semicolon > 0 ? segment.slice(0, semicolon) : segment;
  if (!bare.includes('.')) return bare;
  return bare.replace(/\.(php\d?|html?|aspx?|jsp|do|action|cgi|json|xml|xhtml|cfm|pl)$/, '');
}
