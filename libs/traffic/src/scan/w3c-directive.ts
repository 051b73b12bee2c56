import { type LineContext } from '../line-context.js';
import { type RejectReason } from '../reject-reason.js';

/** More names than that in one `#Fields:` line are nobody's log (IIS has 22, CloudFront 70). */
const MOST_FIELDS = 200;

const HASH = 35;

/** Whether a line of a W3C extended log is a directive and no entry. */
export function isDirective(line: string): boolean {
  return line.charCodeAt(0) === HASH;
}

/** Notes in the context what a directive says of the lines that follow; a directive is never a request. */
export function readDirective(line: string, context: LineContext): RejectReason {
  const colon = line.indexOf(':');
  const name = colon < 0 ? '' : line.slice(1, colon).trim().toLowerCase();
  const value = line.slice(colon + 1, colon + 1 + LONGEST_DIRECTIVE).trim();
  if (name === 'fields') context.fields = fieldNames(value);
  else if (name === 'software') context.software = value.slice(0, LONGEST_SOFTWARE);
  else if (name === 'date') context.date = value.slice(0, ISO_DATE);
  return 'skipped:directive';
}

const LONGEST_DIRECTIVE = 16_384;
const LONGEST_SOFTWARE = 100;
const ISO_DATE = 10;

function fieldNames(value: string): readonly string[] {
  return value
    .split(/\s/, 4 * MOST_FIELDS)
    .filter((name) => name !== '')
    .slice(0, MOST_FIELDS);
}
