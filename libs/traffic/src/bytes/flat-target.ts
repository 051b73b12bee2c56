import { type FlatFields } from './flat-fields.js';
import { type FlatField } from './flat-plan.js';
import { type LineBytes } from './line-bytes.js';
import { type LinePieces, NO_VERSION, usualVersionAt } from './line-pieces.js';

const SPACE = 32;
const SLASH = 47;
const QUESTION = 63;
/** Of ` HTTP/1.1`. */
const VERSION_LENGTH = 9;
const LONGEST_METHOD = 32;

/**
 * Fills in method, path and query of a flat object: from fields of their own, else from the request line.
 *
 * @returns false where they have to be read as text
 */
export function readFlatTarget(line: LineBytes, fields: FlatFields, pieces: LinePieces): boolean {
  pieces.version = NO_VERSION;
  const hasMethod = fields.placeOf('httpRequestMethod') >= 0;
  const url: FlatField = fields.placeOf('url') < 0 ? 'urlPath' : 'url';
  const hasUrl = fields.placeOf(url) >= 0;
  const isWhole = hasMethod && hasUrl;
  if (!isWhole || fields.placeOf('networkProtocolVersion') < 0) {
    const hasLine = fields.placeOf('request') >= 0;
    if (hasLine ? !readRequestLine(line, fields, pieces) : !isWhole) return false;
  }
  if (hasMethod && !readMethod(line, fields, pieces)) return false;
  return !hasUrl || readUrl(line, url, fields, pieces);
}

/** `GET /path?query HTTP/1.1`; of others, whatever else the object tells, nothing. */
function readRequestLine(line: LineBytes, fields: FlatFields, pieces: LinePieces): boolean {
  const { bytes, words } = line;
  const start = fields.startOf('request');
  const version = fields.endOf('request') - VERSION_LENGTH;
  const methodEnd = endOfMethod(bytes, start);
  if (!fields.isText('request') || methodEnd >= version || bytes[methodEnd] !== SPACE) return false;
  pieces.version = usualVersionAt(words, bytes, version);
  if (pieces.version < 0 || bytes[methodEnd + 1] !== SLASH) return false;
  pieces.methodStart = start;
  pieces.methodEnd = methodEnd;
  placeTarget(bytes, pieces, methodEnd + 1, version);
  return methodEnd > start;
}

function readMethod({ bytes }: LineBytes, fields: FlatFields, pieces: LinePieces): boolean {
  const start = fields.startOf('httpRequestMethod');
  const end = fields.endOf('httpRequestMethod');
  pieces.methodStart = start;
  pieces.methodEnd = end;
  return fields.isText('httpRequestMethod') && endOfMethod(bytes, start) === end;
}

function readUrl(
  { bytes }: LineBytes,
  url: FlatField,
  fields: FlatFields,
  pieces: LinePieces,
): boolean {
  const start = fields.startOf(url);
  if (!fields.isText(url) || bytes[start] !== SLASH) return false;
  const end = fields.endOf(url);
  placeTarget(bytes, pieces, start, end);
  if (pieces.pathEnd !== end || fields.placeOf('urlQuery') < 0) return true;
  pieces.queryStart = fields.startOf('urlQuery');
  pieces.queryEnd = fields.endOf('urlQuery');
  return fields.isText('urlQuery') && bytes[pieces.queryStart] !== QUESTION;
}

function placeTarget(bytes: Uint8Array, pieces: LinePieces, start: number, end: number): void {
  let at = start;
  while (at < end && bytes[at] !== QUESTION) at++;
  pieces.pathStart = start;
  pieces.pathEnd = at;
  pieces.queryStart = Math.min(at + 1, end);
  pieces.queryEnd = end;
}

/** End of capital letters and `_`, of which every usual method is. */
function endOfMethod(bytes: Uint8Array, start: number): number {
  let at = start;
  while (at - start < LONGEST_METHOD && IS_METHOD[bytes[at] ?? 0] === 1) at++;
  return at;
}

const IS_METHOD = Uint8Array.from({ length: 256 }, (_, byte) =>
  /[A-Z_]/.test(String.fromCharCode(byte)) ? 1 : 0,
);
