import { type JsonRecord } from '#libs/traffic';

/**
 * Whether an object has HTTP fields of its own: it is an access record then, and what else it carries (a
 * `message`, the original line) is not what it is about. Addresses alone say nothing, for shippers log
 * their own senders.
 */
export function tellsOfRequest(record: JsonRecord): boolean {
  return Object.keys(record).some((key) => isRequestKey(key, record[key]));
}

/** What a key says by its name: nothing, that there is a request, or that its value has to be looked at. */
type KeyMeaning = 'none' | 'request' | 'status';

function isRequestKey(key: string, value: unknown): boolean {
  const meaning = MEANINGS.get(key) ?? remembered(key);
  if (meaning === 'none' || value === null || value === '') return false;
  // `status` is a severity in some logs.
  return meaning === 'request' || typeof value === 'number' || isStatusText(value);
}

function isStatusText(value: unknown): boolean {
  return typeof value === 'string' && /^\d{3}$/.test(value);
}

/** Keys seen, for shippers write the same ones a million times; no more than these are remembered. */
const MEANINGS = new Map<string, KeyMeaning>();
const MOST_REMEMBERED = 1000;

/** Longer keys are not looked at: no format has one. */
const LONGEST_KEY = 64;

function remembered(key: string): KeyMeaning {
  if (key.length > LONGEST_KEY) return 'none';
  const meaning = meaningOf(key.toLowerCase().replaceAll(/[^a-z]/g, ''));
  if (MEANINGS.size < MOST_REMEMBERED) MEANINGS.set(key, meaning);
  return meaning;
}

function meaningOf(name: string): KeyMeaning {
  if (name === 'status') return 'status';
  const tells = NAMES.has(name) || SUFFIXES.some((suffix) => name.endsWith(suffix));
  return tells ? 'request' : 'none';
}

/** Names in lower case without anything but letters: `:method`, `cs-method`, `csMethod` are one. */
const NAMES = new Set([
  'http',
  'httprequest',
  'request',
  'requestline',
  'method',
  'csmethod',
  'reqmethod',
  'verb',
  'uri',
  'url',
  'urlpath',
  'urlfull',
  'urloriginal',
  'uripath',
  'reqpath',
  'csuristem',
  'scstatus',
  'ua',
]);

const SUFFIXES = [
  'requestmethod',
  'httpmethod',
  'requesturi',
  'requesturl',
  'requestpath',
  'useragent',
  'useragentoriginal',
  'statuscode',
  'httpstatus',
  'responsestatus',
  'responsecode',
  'downstreamstatus',
];
