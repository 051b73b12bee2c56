/** The parts of an HTTP request line. */
export interface RequestLine {
  readonly method: string;
  readonly target: string;
  /** `1.0`, `1.1`, `2`, `3`, or `''` where the line ends after the target (HTTP/0.9). */
  readonly version: string;
}

const LONGEST_METHOD = 32;

/**
 * `GET /path HTTP/1.1` in its parts, or null where it is not HTTP: empty, one word, `-`, binary.
 * The target may contain spaces; a two-word line counts when its target begins with `/`.
 */
export function parseRequestLine(line: string): RequestLine | null {
  const space = line.indexOf(' ');
  if (space < 1 || space > LONGEST_METHOD || !isMethod(line, space)) return null;
  const lastSpace = line.lastIndexOf(' ');
  const version = lastSpace > space ? httpVersion(line, lastSpace + 1) : '';
  const target = version === '' ? line.slice(space + 1) : line.slice(space + 1, lastSpace);
  if (version === '' && (!target.startsWith('/') || target.includes(' '))) return null;
  return { method: line.slice(0, space), target, version };
}

function isMethod(line: string, end: number): boolean {
  for (let at = 0; at < end; at++) {
    const code = line.charCodeAt(at);
    const letter = (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
    if (!letter && !(at > 0 && (code === 45 || code === 95))) return false;
  }
  return true;
}

/** `HTTP/1.1` → `1.1`, `HTTP/2.0` → `2`; `''` where it is none. */
function httpVersion(line: string, at: number): string {
  if (!line.startsWith('HTTP/', at)) return '';
  return protocolVersion(line.slice(at));
}

/** `HTTP/2.0` or `2.0` → `2`; `''` where it is no HTTP version. */
export function protocolVersion(text: string): string {
  const version = text.startsWith('HTTP/') ? text.slice(5) : text;
  const known = KNOWN_VERSIONS.get(version);
  if (known !== undefined) return known;
  return version.length <= 3 && /^\d(\.\d)?$/.test(version) ? version : '';
}

const KNOWN_VERSIONS = new Map([
  ['1.1', '1.1'],
  ['1.0', '1.0'],
  ['2.0', '2'],
  ['2', '2'],
  ['3.0', '3'],
  ['3', '3'],
]);
