const SPACE = 32;
const DASH = 45;
const LESS_THAN = 60;
const LETTER_T = 84;
const OPEN_BRACKET = 91;

/**
 * What a first character says: nothing that is opened begins so (0), look closer (1), a digit (2), a
 * capital letter (3), a bracket (4).
 */
const KINDS = Uint8Array.from({ length: 128 }, (_, code) => kindOf(code));

function kindOf(code: number): number {
  if (isDigit(code)) return 2;
  if (code >= 65 && code <= 90) return 3;
  if (code === OPEN_BRACKET) return 4;
  return code <= SPACE || '"<{'.includes(String.fromCharCode(code)) ? 1 : 0;
}

/**
 * Whether a line is certainly an item as it is, so that nothing need be tried. Asked of every line, hence
 * by character codes: a date, a count and a month begin the heads that are taken off.
 */
export function isPlainLine(line: string): boolean {
  const first = line.charCodeAt(0);
  const kind = first < 128 ? KINDS[first] : 1;
  if (kind === 2 && !isPlainAfterDigit(line)) return false;
  if (kind === 3 && line.charCodeAt(3) === SPACE && line.charCodeAt(6) === SPACE) return false;
  if (kind === 4) return isDigit(line.charCodeAt(1));
  return kind !== 1 && !beginsLikeBase64(line);
}

/** Not `2026-11-22T…`, `1 2026-…` or `123 <190>…`. */
function isPlainAfterDigit(line: string): boolean {
  if (line.charCodeAt(4) === DASH && line.charCodeAt(10) === LETTER_T) return false;
  for (let at = 1; at < 8; at++) {
    const code = line.charCodeAt(at);
    if (code === SPACE) return at > 1 && line.charCodeAt(at + 1) !== LESS_THAN;
    if (!isDigit(code)) return true;
  }
  return true;
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

/** Whether the first word is long and of the base64 alphabet: addresses have a dot or a colon soon. */
function beginsLikeBase64(line: string): boolean {
  if (line.length < 16) return false;
  for (let at = 0; at < 16; at++) {
    const code = line.charCodeAt(at);
    if (code > 122 || IS_BASE64[code] === 0) return false;
  }
  return true;
}

const IS_BASE64 = Uint8Array.from({ length: 123 }, (_, code) =>
  /[A-Za-z0-9+/_-]/.test(String.fromCharCode(code)) ? 1 : 0,
);
