import { ClfTimeBytes } from './clf-time-bytes.js';
import { type LineBytes } from './line-bytes.js';
import { LinePieces, usualVersionAt } from './line-pieces.js';
import { wholeNumber } from './whole-number.js';

const SPACE = 32;
const QUOTE = 34;
const DASH = 45;
const SLASH = 47;
const ZERO = 48;
const QUESTION = 63;
const OPENING_BRACKET = 91;
const CLOSING_BRACKET = 93;
const BACKSLASH = 92;

/** Of `[22/Nov/2026:22:00:00 +0000] "`. */
const TIME_LENGTH = 26;
/** Longest address or user name that is looked at, and the longest URL. */
const LONGEST_NAME = 64;
const LONGEST_METHOD = 10;
/** Of ` HTTP/1.1"`. */
const VERSION_LENGTH = 10;

/**
 * Where the pieces of a line stand that looks like nearly all lines of the common log format: an address, at
 * most a plain user name, an HTTP request for a path, a status, a size, referer and user agent, and nothing
 * behind. Whether the pieces themselves are plain is for others to know: of path, referer and user agent
 * only the ends are looked at here. What it takes, the whole grammar reads in the same way.
 */
export class UsualPieces {
  readonly #pieces = new LinePieces();
  readonly #times = new ClfTimeBytes();

  /** Takes a line apart. @returns null for any other line; the same object for all, good until the next one */
  read(line: LineBytes): LinePieces | null {
    const head = this.#readHead(line);
    const target = head < 0 ? -1 : this.#readTarget(line, head);
    const numbers = target < 0 ? -1 : this.#readVersion(line, target);
    const headers = numbers < 0 ? -1 : this.#readNumbers(line.bytes, numbers);
    return headers >= 0 && this.#readHeaders(line, headers) ? this.#pieces : null;
  }

  /** @returns where the method begins */
  #readHead(line: LineBytes): number {
    const { bytes } = line;
    const pieces = this.#pieces;
    const end = indexOf(bytes, SPACE, 0, LONGEST_NAME);
    if (end < 0 || bytes[end + 1] !== DASH || bytes[end + 2] !== SPACE) return -1;
    pieces.addressEnd = end;
    pieces.userStart = end + 3;
    const userEnd = endOfName(bytes, pieces.userStart);
    if (bytes[userEnd] !== SPACE || bytes[userEnd + 1] !== OPENING_BRACKET) return -1;
    if (userEnd === pieces.userStart) return -1;
    pieces.userEnd = isDash(bytes, pieces.userStart, userEnd) ? pieces.userStart : userEnd;
    return this.#readTime(line, userEnd + 2);
  }

  /** @returns where the method begins */
  #readTime(line: LineBytes, start: number): number {
    const { bytes } = line;
    const after = start + TIME_LENGTH;
    if (bytes[after] !== CLOSING_BRACKET || bytes[after + 1] !== SPACE) return -1;
    if (bytes[after + 2] !== QUOTE) return -1;
    const time = this.#times.read(line, start);
    this.#pieces.time = time;
    return Number.isNaN(time) ? -1 : after + 3;
  }

  /** @returns where the version begins, with its space */
  #readTarget({ bytes, length }: LineBytes, start: number): number {
    const pieces = this.#pieces;
    let at = start;
    while (isCapital(bytes[at] ?? 0)) at++;
    if (at - start < 3 || at - start > LONGEST_METHOD) return -1;
    if (bytes[at] !== SPACE || bytes[at + 1] !== SLASH) return -1;
    pieces.methodStart = start;
    pieces.methodEnd = at;
    pieces.pathStart = at + 1;
    at = endOfPath(bytes, at + 1, length);
    pieces.pathEnd = at;
    pieces.queryStart = at;
    if (bytes[at] === QUESTION) {
      pieces.queryStart = at + 1;
      at = endOfQuery(bytes, at + 1, length);
    }
    pieces.queryEnd = at;
    return bytes[at] === SPACE ? at : -1;
  }

  /** @returns where the status begins */
  #readVersion({ bytes, words, length }: LineBytes, space: number): number {
    if (space + VERSION_LENGTH >= length) return -1;
    if (bytes[space + 9] !== QUOTE || bytes[space + 10] !== SPACE) return -1;
    const version = usualVersionAt(words, bytes, space);
    this.#pieces.version = version;
    return version < 0 ? -1 : space + VERSION_LENGTH + 1;
  }

  /** @returns where the referer begins */
  #readNumbers(bytes: Uint8Array, status: number): number {
    const pieces = this.#pieces;
    if (bytes[status + 3] !== SPACE) return -1;
    pieces.status = wholeNumber(bytes, status, status + 3);
    let end = status + 4;
    while (isDigit(bytes[end] ?? 0)) end++;
    pieces.size = wholeNumber(bytes, status + 4, end);
    if (pieces.status < 0 || pieces.size < 0) return -1;
    return bytes[end] === SPACE && bytes[end + 1] === QUOTE ? end + 2 : -1;
  }

  #readHeaders({ bytes, length }: LineBytes, referer: number): boolean {
    const pieces = this.#pieces;
    const end = indexOf(bytes, QUOTE, referer, length);
    const agent = end + 3;
    if (end < 0 || bytes[end + 1] !== SPACE || bytes[end + 2] !== QUOTE) return false;
    if (agent >= length || bytes[length - 1] !== QUOTE) return false;
    pieces.refererStart = referer;
    pieces.refererEnd = isDash(bytes, referer, end) ? referer : end;
    pieces.agentStart = agent;
    pieces.agentEnd = isDash(bytes, agent, length - 1) ? agent : length - 1;
    return true;
  }
}

function indexOf(bytes: Uint8Array, byte: number, from: number, end: number): number {
  for (let at = from; at < end; at++) if (bytes[at] === byte) return at;
  return -1;
}

/** End of letters, digits and `. _ @ -`. */
function endOfName(bytes: Uint8Array, from: number): number {
  let at = from;
  while (at - from < LONGEST_NAME && KINDS[bytes[at] ?? 0] === NAME) at++;
  return at;
}

/** The next `?`, or what no plain path has. */
function endOfPath(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && (KINDS[bytes[at] ?? 0] ?? END) <= PATH) at++;
  return at;
}

/** The next space, or what no plain query has. */
function endOfQuery(bytes: Uint8Array, from: number, end: number): number {
  let at = from;
  while (at < end && (KINDS[bytes[at] ?? 0] ?? END) < END) at++;
  return at;
}

const NAME = 0;
const PATH = 1;
const QUERY = 2;
const END = 3;

/** What each byte can stand in: names, paths and queries, queries only, neither. */
const KINDS = Uint8Array.from({ length: 256 }, (_, byte) => kindOf(byte));

function kindOf(byte: number): number {
  if (byte <= SPACE || byte >= 127 || byte === QUOTE || byte === BACKSLASH) return END;
  if (byte === QUESTION) return QUERY;
  return /[\w.@-]/.test(String.fromCharCode(byte)) ? NAME : PATH;
}

function isCapital(byte: number): boolean {
  return byte >= 65 && byte <= 90;
}

function isDigit(byte: number): boolean {
  return byte >= ZERO && byte <= ZERO + 9;
}

function isDash(bytes: Uint8Array, start: number, end: number): boolean {
  return end - start === 1 && bytes[start] === DASH;
}
