const LONGEST_SEGMENT = 64;
const SHORTEST_HEXADECIMAL = 8;
const SHORTEST_TOKEN = 20;

/** One segment of a path with its identifiers collapsed; see `pathTemplate`. */
export function segmentTemplate(segment: string): string {
  if (segment.startsWith('~redacted:')) return '{redacted}';
  const digits = countDigits(segment);
  if (digits === segment.length) return isDay(segment) ? '{date}' : '{id}';
  if (segment.includes('@') && /^[^@]+@[^@]+\.[a-z]{2,}$/i.test(segment.slice(0, 320)))
    return '{email}';
  if (segment.length > LONGEST_SEGMENT) return '{token}';
  if (digits === 0) return isRandomLetters(segment) ? '{token}' : segment;
  return withoutIdentifiers(segment);
}

function withoutIdentifiers(segment: string): string {
  const named = segment.length < UUID_LENGTH ? segment : segment.replace(UUID, '{uuid}');
  const known =
    named.length < DATE_LENGTH
      ? named
      : named.replace(DATE, (_match, before: string) => `${before}{date}`);
  let template = '';
  let start = 0;
  for (let at = 0; at < known.length; at++) {
    if (!isSeparator(known.charCodeAt(at))) continue;
    template += wordTemplate(known.slice(start, at)) + known.charAt(at);
    start = at + 1;
  }
  return template + wordTemplate(known.slice(start));
}

/** `- _ .` */
function isSeparator(code: number): boolean {
  return code === 45 || code === 95 || code === 46;
}

const UUID_LENGTH = 36;
const DATE_LENGTH = 10;

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;
const DATE = /(^|[^0-9])(?:19|20)\d\d-[01]\d-[0-3]\d(?![0-9])/g;

function wordTemplate(word: string): string {
  if (word.length < 4 || word.startsWith('{')) return word;
  const digits = countDigits(word);
  if (digits === 0) return word;
  if (digits === word.length) return isDay(word) ? '{date}' : '{id}';
  if (word.length >= SHORTEST_HEXADECIMAL && isHexadecimal(word)) return '{token}';
  return word.length >= SHORTEST_TOKEN && /^[\w~+=]+$/.test(word) ? '{token}' : word;
}

function isHexadecimal(text: string): boolean {
  return /^[0-9a-f]+$/i.test(text);
}

/** `20261122`. */
function isDay(digits: string): boolean {
  return digits.length === 8 && /^(19|20)\d\d(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])$/.test(digits);
}

/** Twenty and more letters whose case changes all the time. */
function isRandomLetters(segment: string): boolean {
  if (segment.length < SHORTEST_TOKEN || !/^[A-Za-z_-]+$/.test(segment)) return false;
  const changes = segment.match(/[a-z][A-Z]/g)?.length ?? 0;
  return changes * 5 >= segment.length;
}

function countDigits(text: string): number {
  let digits = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 48 && code <= 57) digits++;
  }
  return digits;
}
