import {
  isAddress,
  isDate,
  isMethodWord,
  isNumber,
  isPathWord,
  isStatus,
  isTimeOfDay,
  wordsFit,
} from './w3c-shapes.js';

/** IIS and its relatives write the method early; behind this many words there is none. */
const MOST_FRONT_WORDS = 9;

function names(text: string): readonly string[] {
  return text.split(' ');
}

/** HTTP.sys's own log of failed connections. */
const HTTP_ERR = names(
  'date time c-ip c-port s-ip s-port cs-version cs-method cs-uri sc-status s-siteid s-reason s-queuename',
);

/** Whole layouts of IIS's relatives and forebears, none of which begins as IIS's own do. */
const RELATIVES: readonly (readonly string[])[] = [
  HTTP_ERR,
  // The same with HTTP/2's stream.
  names(
    'date time c-ip c-port s-ip s-port cs-version cs-method cs-uri streamid sc-status s-siteid s-reason s-queuename',
  ),
  // NetScaler Web Logging (NSWL), `logFormat W3C`.
  names(
    'date time c-ip cs-username sc-servicename s-ip s-port cs-method cs-uri-stem cs-uri-query sc-status cs-bytes sc-bytes time-taken cs-version cs(User-Agent) cs(Cookie) cs(Referer)',
  ),
  // IIS 5.
  names(
    'date time c-ip cs-username s-ip s-port cs-method cs-uri-stem cs-uri-query sc-status cs(User-Agent)',
  ),
];

/** Enough words of an entry to tell that it is one. */
export const FIRST_IIS_WORDS = MOST_FRONT_WORDS + 2;

/** Whether the first words are those of an entry of IIS or its relatives: a time, and soon a method and a path. */
export function beginAsIis(words: readonly string[]): boolean {
  if (!isDate(words[0] ?? '') || !isTimeOfDay(words[1] ?? '')) return false;
  return methodAt(words) > 0 || wordsFit(words, HTTP_ERR);
}

/**
 * The columns of an entry whose `#Fields:` header was lost. IIS writes the chosen ones in a fixed order,
 * so method, client and status tell where the others are. Where several readings are possible the
 * defaults of IIS 10, 7 and 6 come first; a source whose logs have other columns should name them, since
 * visitors choose some of the words.
 */
export function guessIisFields(words: readonly string[]): readonly string[] | null {
  if (!isDate(words[0] ?? '') || !isTimeOfDay(words[1] ?? '')) return null;
  const relative = RELATIVES.find(
    (layout) => layout.length === words.length && wordsFit(words, layout),
  );
  if (relative !== undefined) return relative;
  const method = methodAt(words);
  const request = method < 0 ? null : requestFields(words, method);
  if (request === null) return null;
  const response = responseFields(words.slice(method + request.length));
  if (response === null) return null;
  return same(['date', 'time', ...frontFields(words.slice(2, method)), ...request, ...response]);
}

/** Guesses kept at most; the logs of one owner have a handful. */
const MOST_GUESSES = 256;

const guesses = new Map<string, readonly string[]>();

/** The same array for the same names. */
function same(fields: readonly string[]): readonly string[] {
  const key = fields.join(' ');
  const known = guesses.get(key);
  if (known !== undefined) return known;
  if (guesses.size >= MOST_GUESSES) guesses.clear();
  guesses.set(key, fields);
  return fields;
}

function methodAt(words: readonly string[]): number {
  for (let at = 2; at < words.length && at <= MOST_FRONT_WORDS; at++) {
    if (isMethodWord(words[at] ?? '') && isPathWord(words[at + 1] ?? '')) return at;
  }
  return -1;
}

/** Site, computer and server address, of which any may be missing; IIS names its sites W3SVC1, W3SVC2 … */
function frontFields(words: readonly string[]): readonly string[] {
  return words.map((word, index) => {
    if (isAddress(word)) return 's-ip';
    return index === 0 && /^W3SVC\d+$/i.test(word) ? 's-sitename' : 's-computername';
  });
}

const REQUEST = names('cs-method cs-uri-stem cs-uri-query s-port cs-username c-ip');

/** From the method to the client; query, port and user may be missing. */
function requestFields(words: readonly string[], method: number): readonly string[] | null {
  const after = words.slice(method + 2, method + 6);
  const [, port = '', , client = ''] = after;
  if (isNumber(port) && (isAddress(client) || client === '-')) return REQUEST;
  const at = after.findIndex(isAddress);
  if (at < 0) return isNumber(port) && client !== '' ? REQUEST : null;
  return [...REQUEST.slice(0, 2), ...betweenFields(after.slice(0, at)), 'c-ip'];
}

/** Up to three words between path and client. */
function betweenFields(words: readonly string[]): readonly string[] {
  const [first = '', second = ''] = words;
  if (words.length === 3) return ['cs-uri-query', 's-port', 'cs-username'];
  if (words.length === 2) {
    if (isNumber(second)) return ['cs-uri-query', 's-port'];
    return isNumber(first) ? ['s-port', 'cs-username'] : ['cs-uri-query', 'cs-username'];
  }
  return words.length === 1 ? [isNumber(first) ? 's-port' : 'cs-uri-query'] : [];
}

/** Behind the client: perhaps the version, the visitor's headers, and what was answered. */
function responseFields(words: readonly string[]): readonly string[] | null {
  const hasVersion = words[0]?.startsWith('HTTP/') ?? false;
  const rest = hasVersion ? words.slice(1) : words;
  const count = headerCount(rest);
  if (count < 0) return null;
  return [
    ...(hasVersion ? ['cs-version'] : []),
    ...headerFields(rest.slice(0, count)),
    'sc-status',
    'sc-substatus',
    'sc-win32-status',
    ...measureFields(rest.slice(count + 3)),
  ];
}

/** How many words stand between client and status, by number of words: IIS 8.5 and 10, 7, 6. */
const DEFAULT_HEADERS: ReadonlyMap<number, number> = new Map([
  [6, 2],
  [5, 1],
  [4, 1],
]);

/** User agent, cookie, referer and host make four. */
const ORDER_OF_COUNTS = [1, 2, 3, 4, 0];

function headerCount(words: readonly string[]): number {
  const usual = DEFAULT_HEADERS.get(words.length);
  if (usual !== undefined && hasStatusAt(words, usual)) return usual;
  return ORDER_OF_COUNTS.find((count) => hasStatusAt(words, count)) ?? -1;
}

function hasStatusAt(words: readonly string[], at: number): boolean {
  const [status = '', sub = '', win32 = ''] = words.slice(at, at + 3);
  return isStatus(status) && isNumber(sub) && isNumber(win32);
}

const HEADERS = names('cs(User-Agent) cs(Cookie) cs(Referer) cs-host');

function headerFields(words: readonly string[]): readonly string[] {
  if (words.length === 4) return HEADERS;
  const agent = HEADERS.slice(0, Math.min(words.length, 1));
  const last = words.length - 1;
  return [
    ...agent,
    // One word beside the user agent is what visitors send: a referer must not pass for a site.
    ...words.slice(1).map((word, at) => headerField(word, last > 1 && at + 1 === last)),
  ];
}

/** Cookie, referer or host, by its looks. */
function headerField(word: string, mayBeHost: boolean): string {
  if (word.includes('://')) return 'cs(Referer)';
  if (word.includes('=')) return 'cs(Cookie)';
  return mayBeHost && word !== '-' && /^[\w.-]{1,255}(:\d{1,5})?$/.test(word)
    ? 'cs-host'
    : 'cs(Referer)';
}

/** Behind the status, in IIS's order; custom columns come last and only X-Forwarded-For tells itself. */
function measureFields(words: readonly string[]): readonly string[] {
  const first = words.findIndex((word) => !isNumber(word));
  const numbers = Math.min(first < 0 ? words.length : first, 3);
  const custom = words.slice(numbers, numbers + MOST_CUSTOM);
  const forwarded = custom.findIndex(isAddressList);
  return [
    ...(MEASURES[numbers] ?? []),
    ...custom.map((_word, at) => (at === forwarded ? 'X-Forwarded-For' : '-')),
  ];
}

const MEASURES: readonly (readonly string[])[] = [
  [],
  ['time-taken'],
  ['sc-bytes', 'cs-bytes'],
  ['sc-bytes', 'cs-bytes', 'time-taken'],
];

const MOST_CUSTOM = 20;
const MOST_HOPS = 16;

function isAddressList(word: string): boolean {
  return word.split(/,\+?/, MOST_HOPS).some(isAddress);
}
