import { type FlatFields } from './flat-fields.js';
import { FLAT_FIELDS } from './flat-plan.js';
import { type LineBytes } from './line-bytes.js';
import { type LinePieces, NO_VERSION, usualVersionAt } from './line-pieces.js';

const SPACE = 32;
const SLASH = 47;
const QUESTION = 63;
const UNDERSCORE = 95;
/** Of ` HTTP/1.1`. */
const VERSION_LENGTH = 9;
const LONGEST_METHOD = 32;

/**
 * Fills in method, path and query of a flat object: from fields of their own, else from the request line. Numbers begin as none of them.
 *
 * @returns false where they have to be read as text
 */
export function readFlatTarget(line: LineBytes, fields: FlatFields, pieces: LinePieces): boolean {
  pieces.version = NO_VERSION;
  const hasMethod = fields.has(FLAT_FIELDS.httpRequestMethod);
  const url: number = !fields.has(FLAT_FIELDS.url) ? FLAT_FIELDS.urlPath : FLAT_FIELDS.url;
  const hasUrl = fields.has(url);
  const isWhole = hasMethod && hasUrl;
  if (!isWhole || !fields.has(FLAT_FIELDS.networkProtocolVersion)) {
    const hasLine = fields.has(FLAT_FIELDS.request);
    if (hasLine ? !readRequestLine(line, fields, pieces) : !isWhole) return false;
  }
  if (hasMethod && !readMethod(line, fields, pieces)) return false;
  return !hasUrl || readUrl(line, url, fields, pieces);
}

/** `GET /path?query HTTP/1.1`; of others, whatever else the object tells, nothing. */
function readRequestLine(line: LineBytes, fields: FlatFields, pieces: LinePieces): boolean {
  const { bytes, words } = line;
  const start = fields.startOf(FLAT_FIELDS.request);
  const version = fields.endOf(FLAT_FIELDS.request) - VERSION_LENGTH;
  const methodEnd = endOfMethod(bytes, start);
  if (methodEnd >= version || bytes[methodEnd] !== SPACE) return false;
  pieces.version = usualVersionAt(words, bytes, version);
  if (pieces.version < 0 || bytes[methodEnd + 1] !== SLASH) return false;
  pieces.methodStart = start;
  pieces.methodEnd = methodEnd;
  placeTarget(bytes, pieces, methodEnd + 1, version);
  return methodEnd > start;
}

function readMethod({ bytes }: LineBytes, fields: FlatFields, pieces: LinePieces): boolean {
  const start = fields.startOf(FLAT_FIELDS.httpRequestMethod);
  const end = fields.endOf(FLAT_FIELDS.httpRequestMethod);
  pieces.methodStart = start;
  pieces.methodEnd = end;
  return endOfMethod(bytes, start) === end;
}

function readUrl(
  { bytes }: LineBytes,
  url: number,
  fields: FlatFields,
  pieces: LinePieces,
): boolean {
  const start = fields.startOf(url);
  if (bytes[start] !== SLASH) return false;
  const end = fields.endOf(url);
  placeTarget(bytes, pieces, start, end);
  if (pieces.pathEnd !== end || !fields.has(FLAT_FIELDS.urlQuery)) return true;
  pieces.queryStart = fields.startOf(FLAT_FIELDS.urlQuery);
  pieces.queryEnd = fields.endOf(FLAT_FIELDS.urlQuery);
  return fields.isText(FLAT_FIELDS.urlQuery) && bytes[pieces.queryStart] !== QUESTION;
}

function placeTarget(bytes: Uint8Array, pieces: LinePieces, start: number, end: number): void {
  let at = start;
  while (at < end && bytes[at] !== QUESTION) at++;
  pieces.pathStart = start;
  pieces.pathEnd = at;
  pieces.queryStart = Math.min(at + 1, end);
  pieces.queryEnd = end;
}

/** End of capital letters and `_`, of which every usual method is; the start where it begins with `_`, as none does. */
function endOfMethod(bytes: Uint8Array, start: number): number {
  if (bytes[start] === UNDERSCORE) return start;
  let at = start;
  while (at - start < LONGEST_METHOD && IS_METHOD[bytes[at] ?? 0] === 1) at++;
  return at;
}

const IS_METHOD = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[A-Z_]/.test(String.fromCharCode(byte)) ? 1 : 0,
);
