import { fileLines } from './file-lines.js';

/** `1.0.0.0,1.0.0.255,13335,"Cloudflare, Inc."`: the number and the rest of the line. */
const NAMED = /^[^,]*,[^,]*,(?:AS)?(\d{1,10}),(.+)$/;

/** Names stay below this; longer ones are cut. */
const LONGEST_NAME = 200;

/**
 * Who runs each autonomous system, from the fourth column of a file of the `asn` layout; the first
 * name of a system counts. @throws whatever node:fs throws.
 */
export function readOrganisations(path: string): Map<number, string> {
  const names = new Map<number, string>();
  for (const line of fileLines(path)) {
    const [, asn, text = ''] = NAMED.exec(line) ?? [];
    if (asn === undefined || names.has(Number(asn))) continue;
    const name = unquoted(text).trim().slice(0, LONGEST_NAME);
    if (name !== '') names.set(Number(asn), name);
  }
  return names;
}

function unquoted(text: string): string {
  return text.startsWith('"') && text.endsWith('"') && text.length > 1
    ? text.slice(1, -1).replaceAll('""', '"')
    : text;
}
