import { ClfTimeBytes } from './clf-time-bytes.js';
import { type LineBytes } from './line-bytes.js';

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
/** ` HTT` and `P/1.` or `P/2.` as they lie in memory. */
const SPACE_HTT = 0x54544820;
const P_SLASH_1 = 0x2e312f50;
const P_SLASH_2 = 0x2e322f50;

/**
 * Where the pieces of a line stand that looks like nearly all lines of the common log format: an address, at
 * most a plain user name, an HTTP request for a path, a status, a size, referer and user agent, and nothing
 * behind. Whether the pieces themselves are plain is for others to know: of path, referer and user agent
 * only the ends are looked at here. What it takes, the whole grammar reads in the same way.
 */
export class UsualPieces {
  addressEnd = 0;
  userStart = 0;
  /** The same as its start where nobody is named. */
  userEnd = 0;
  /** Milliseconds since the epoch. */
  time = 0;
  methodStart = 0;
  pathStart = 0;
  pathEnd = 0;
  queryStart = 0;
  /** The same as its start where there is none. */
  queryEnd = 0;
  /** Place among `VERSIONS`. */
  version = 0;
  status = 0;
  size = 0;
  refererStart = 0;
  refererEnd = 0;
  agentStart = 0;
  agentEnd = 0;
  readonly #times = new ClfTimeBytes();

  /** Takes a line apart. @returns false for any other line */
  read(line: LineBytes): boolean {
    const head = this.#readHead(line);
    const target = head < 0 ? -1 : this.#readTarget(line, head);
    const numbers = target < 0 ? -1 : this.#readVersion(line, target);
    const headers = numbers < 0 ? -1 : this.#readNumbers(line.bytes, numbers);
    return headers >= 0 && this.#readHeaders(line, headers);
  }

  /** @returns where the method begins */
  #readHead(line: LineBytes): number {
    const { bytes } = line;
    const end = indexOf(bytes, SPACE, 0, LONGEST_NAME);
    if (end < 0 || bytes[end + 1] !== DASH || bytes[end + 2] !== SPACE) return -1;
    this.addressEnd = end;
    this.userStart = end + 3;
    const userEnd = endOfName(bytes, this.userStart);
    if (bytes[userEnd] !== SPACE || bytes[userEnd + 1] !== OPENING_BRACKET) return -1;
    if (userEnd === this.userStart) return -1;
    this.userEnd = isDash(bytes, this.userStart, userEnd) ? this.userStart : userEnd;
    return this.#readTime(line, userEnd + 2);
  }

  /** @returns where the method begins */
  #readTime(line: LineBytes, start: number): number {
    const { bytes } = line;
    const after = start + TIME_LENGTH;
    if (bytes[after] !== CLOSING_BRACKET || bytes[after + 1] !== SPACE) return -1;
    if (bytes[after + 2] !== QUOTE) return -1;
    this.time = this.#times.read(line, start);
    return Number.isNaN(this.time) ? -1 : after + 3;
  }

  /** @returns where the version begins, with its space */
  #readTarget({ bytes, length }: LineBytes, start: number): number {
    let at = start;
    while (isCapital(bytes[at] ?? 0)) at++;
    if (at - start < 3 || at - start > LONGEST_METHOD) return -1;
    if (bytes[at] !== SPACE || bytes[at + 1] !== SLASH) return -1;
    this.methodStart = start;
    this.pathStart = at + 1;
    at = endOfPath(bytes, at + 1, length);
    this.pathEnd = at;
    this.queryStart = at;
    if (bytes[at] === QUESTION) {
      this.queryStart = at + 1;
      at = endOfQuery(bytes, at + 1, length);
    }
    this.queryEnd = at;
    return bytes[at] === SPACE ? at : -1;
  }

  /** @returns where the status begins */
  #readVersion({ bytes, words, length }: LineBytes, space: number): number {
    if (space + VERSION_LENGTH >= length || words.getInt32(space, true) !== SPACE_HTT) return -1;
    if (bytes[space + 9] !== QUOTE || bytes[space + 10] !== SPACE) return -1;
    this.version = versionOf(words.getInt32(space + 4, true), (bytes[space + 8] ?? 0) - ZERO);
    return this.version < 0 ? -1 : space + VERSION_LENGTH + 1;
  }

  /** @returns where the referer begins */
  #readNumbers(bytes: Uint8Array, status: number): number {
    if (bytes[status + 3] !== SPACE) return -1;
    this.status = wholeNumber(bytes, status, status + 3);
    let end = status + 4;
    while (isDigit(bytes[end] ?? 0)) end++;
    this.size = wholeNumber(bytes, status + 4, end);
    if (this.status < 0 || this.size < 0) return -1;
    return bytes[end] === SPACE && bytes[end + 1] === QUOTE ? end + 2 : -1;
  }

  #readHeaders({ bytes, length }: LineBytes, referer: number): boolean {
    const end = indexOf(bytes, QUOTE, referer, length);
    const agent = end + 3;
    if (end < 0 || bytes[end + 1] !== SPACE || bytes[end + 2] !== QUOTE) return false;
    if (agent >= length || bytes[length - 1] !== QUOTE) return false;
    this.refererStart = referer;
    this.refererEnd = isDash(bytes, referer, end) ? referer : end;
    this.agentStart = agent;
    this.agentEnd = isDash(bytes, agent, length - 1) ? agent : length - 1;
    return true;
  }
}

/** The protocol versions that are read. */
export const USUAL_VERSIONS: readonly string[] = ['1.0', '1.1', '2'];

/** The place among them of `P/1.` or `P/2.` and the digit behind; -1 for others. */
function versionOf(major: number, minor: number): number {
  if (major === P_SLASH_1) return minor === 0 || minor === 1 ? minor : -1;
  return major === P_SLASH_2 && minor === 0 ? 2 : -1;
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

/** One to fifteen digits; -1 for anything else. */
function wholeNumber(bytes: Uint8Array, start: number, end: number): number {
  if (end <= start || end - start > 15) return -1;
  let number = 0;
  for (let at = start; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (!isDigit(byte)) return -1;
    number = number * 10 + byte - ZERO;
  }
  return number;
}
