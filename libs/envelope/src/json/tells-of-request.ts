import { type JsonRecord } from '#libs/traffic';

/**
 * Whether an object has HTTP fields of its own: it is an access record then, and what else it carries (a
 * `message`, the original line) is not what it is about. Addresses alone say nothing, for shippers log
 * their own senders.
 */
export function tellsOfRequest(record: JsonRecord): boolean {
  return Object.keys(record).some((key) => isRequestKey(key, record[key]));
}

/** Longer keys are not looked at: no format has one. */
const LONGEST_KEY = 64;

function isRequestKey(key: string, value: unknown): boolean {
  if (value === null || value === '' || key.length > LONGEST_KEY) return false;
  const name = key.toLowerCase().replaceAll(/[^a-z]/g, '');
  // `status` is a severity in some logs.
  if (name === 'status') return typeof value === 'number' || isStatusText(value);
  return NAMES.has(name) || SUFFIXES.some((suffix) => name.endsWith(suffix));
}

function isStatusText(value: unknown): boolean {
  return typeof value === 'string' && /^\d{3}$/.test(value);
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
