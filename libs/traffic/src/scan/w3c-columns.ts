import { percentDecode } from '../percent-decode.js';
import { detailsOf } from '../details-of.js';
import { logTime } from './log-time.js';
import { protocolVersion } from './request-line.js';
import { type W3cRecord } from './w3c-record.js';
import { addressListText, cookieText, decodedText, urlText, userAgentText } from './w3c-text.js';

/** Reads one column into a record; never called for `-` or an empty one. */
export type W3cColumn = (record: W3cRecord, text: string) => void;

/**
 * What a column holds, by its name in any of the spellings about (`cs(User-Agent)`, `cs-user-agent`,
 * `cs_user_agent`); undefined for names that say nothing of a request.
 */
export function w3cColumn(name: string): W3cColumn | undefined {
  const key = canonicalName(name);
  const known = COLUMNS.get(key);
  if (known !== undefined) return known;
  if (name.toLowerCase().startsWith('cs(')) return headerColumn(key.slice(3));
  return FORWARDING_HEADER.test(key) ? headerColumn(key) : undefined;
}

/** Custom columns are usually called as the header they hold; those of proxies tell the client's address. */
const FORWARDING_HEADER = /^(forwarded$|cf-|true-client|fastly-client|akamai-|x-(?!edge-))/;

function canonicalName(name: string): string {
  return name.slice(0, 128).toLowerCase().replaceAll(/[(_]/g, '-').replaceAll(')', '');
}

function headerColumn(name: string): W3cColumn {
  return (record, text) => {
    record.addHeader(name, decodedText(text, record.encoding));
  };
}

const host: W3cColumn = (record, text) => {
  record.host = text;
};

const referer: W3cColumn = ({ request, encoding }, text) => {
  request.referer = urlText(text, encoding);
};

const userAgent: W3cColumn = ({ request, encoding }, text) => {
  request.userAgent = userAgentText(text, encoding);
};

const forwardedFor: W3cColumn = ({ request, encoding }, text) => {
  request.forwardedFor = addressListText(text, encoding);
};

const stem: W3cColumn = (record, text) => {
  record.stem = text;
};

const port: W3cColumn = ({ request }, text) => {
  request.port = portNumber(text);
};

/** Exchange calls everybody who did not log in Anonymous: nobody's account. */
const username: W3cColumn = ({ request }, text) => {
  if (text !== 'Anonymous') request.account = text;
};

/** Imperva writes TLS version and cipher under this name. */
const version: W3cColumn = ({ request }, text) => {
  request.protocolVersion = protocolVersion(text.toUpperCase());
  if (!text.startsWith('TLS')) return;
  const [protocol = '', cipher = ''] = text.split(' ', 2);
  const details = detailsOf(request);
  details.tlsProtocol = protocol;
  details.tlsCipher = cipher;
};

const scheme: W3cColumn = ({ request }, text) => {
  request.scheme = text.toLowerCase();
};

const requestId: W3cColumn = ({ request }, text) => {
  request.requestId ||= text;
};

const country: W3cColumn = ({ request }, text) => {
  detailsOf(request).clientCountry = text;
};

const instant: W3cColumn = (record, text) => {
  record.instant = logTime(text);
};

const exactInstant: W3cColumn = (record, text) => {
  record.instant = logTime(text);
  record.isInstantExact = true;
};

const milliseconds: W3cColumn = (record, text) => {
  record.timeTaken = text;
  record.timeTakenIn = 'ms';
};

const timeTaken: W3cColumn = (record, text) => {
  record.timeTaken = text;
};

const localDate: W3cColumn = (record, text) => {
  record.date = text;
  record.isLocalTime = true;
};

const localTime: W3cColumn = (record, text) => {
  record.time = text;
  record.isLocalTime = true;
};

const COLUMNS: ReadonlyMap<string, W3cColumn> = new Map<string, W3cColumn>([
  ['date', (record, text) => void (record.date = text)],
  ['time', (record, text) => void (record.time = text)],
  ['date-utc', (record, text) => void (record.date = text)],
  ['time-utc', (record, text) => void (record.time = text)],
  ['date-local', localDate],
  ['time-local', localTime],
  ['timestamp', instant],
  ['timestamp-ms', exactInstant],
  ['c-ip', ({ request }, text) => void (request.client = text)],
  ['c-port', ({ request }, text) => void (detailsOf(request).clientPort = portNumber(text))],
  ['cs-username', username],
  ['cs-method', ({ request }, text) => void (request.method = text)],
  ['cs-uri', (record, text) => void (record.uri = text)],
  ['cs-uri-stem', stem],
  ['cs-uri-path', stem],
  ['cs-uri-query', (record, text) => void (record.query = text)],
  ['cs-uri-port', port],
  ['s-port', port],
  ['cs-uri-scheme', scheme],
  ['cs-protocol', scheme],
  ['cs-version', version],
  ['cs-protocol-version', version],
  ['cs-host', host],
  ['cs-uri-host', host],
  ['x-host-header', ({ request }, text) => void (request.host = text)],
  ['cs-user-agent', userAgent],
  ['c-user-agent', userAgent],
  ['cs-referer', referer],
  ['cs-referrer', referer],
  ['c-referrer', referer],
  [
    'cs-cookie',
    (record, text) => {
      record.addHeader('cookie', cookieText(text, record.encoding));
    },
  ],
  ['x-forwarded-for', forwardedFor],
  ['cs-x-forwarded-for', forwardedFor],
  ['s-xff', forwardedFor],
  ['sc-status', readStatus],
  ['sc-bytes', ({ request }, text) => void (detailsOf(request).responseSize = byteCount(text))],
  ['sc-content-len', ({ request }, text) => void (request.responseBodySize = byteCount(text))],
  ['cs-bytes', ({ request }, text) => void (request.requestSize = byteCount(text))],
  ['time-taken', timeTaken],
  ['time-taken-ms', milliseconds],
  ['timetakenms', milliseconds],
  ['s-reason', (record, text) => void (record.serverReason = text)],
  // Only NetScaler logs a service, and its manual gives the time taken in seconds.
  ['sc-servicename', (record) => void (record.timeTakenIn = 's')],
  ['ssl-protocol', ({ request }, text) => void (detailsOf(request).tlsProtocol = text)],
  ['ssl-cipher', ({ request }, text) => void (detailsOf(request).tlsCipher = text)],
  ['x-edge-location', ({ request }, text) => void (detailsOf(request).edgeLocation = text)],
  ['x-edge-request-id', ({ request }, text) => void (request.requestId = text)],
  ['x-request-id', requestId],
  ['cs-x-request-id', requestId],
  ['s-externalid', requestId],
  ['x-edge-result-type', ({ request }, text) => void (detailsOf(request).cacheStatus = text)],
  [
    'x-edge-response-result-type',
    ({ request }, text) => void (detailsOf(request).cacheStatus ||= text),
  ],
  ['c-country', country],
  ['cs-countrycode', country],
  ['asn', ({ request }, text) => void (detailsOf(request).clientAsn = byteCount(text))],
  ['cs-sessionid', ({ request }, text) => void (request.session = text)],
  ['cs-headers', readHeaders],
  ['cs-header-names', readHeaderNames],
]);

function readStatus(record: W3cRecord, text: string): void {
  // CloudFront writes 000 where the visitor left before an answer.
  if (/^\d{1,3}$/.test(text)) record.request.status = Number(text);
  else record.isBadStatus = true;
}

/** `Host:a.example%0AUser-Agent:…`, cut at 800 bytes by CloudFront. */
function readHeaders(record: W3cRecord, text: string): void {
  for (const line of listed(text)) {
    const colon = line.indexOf(':', 1);
    if (colon > 0)
      record.addHeader(line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim());
  }
}

function readHeaderNames({ request }: W3cRecord, text: string): void {
  detailsOf(request).headerNames = listed(text).map((name) => name.toLowerCase());
}

const MOST_HEADERS = 100;

function listed(text: string): string[] {
  return percentDecode(text)
    .split('\n', MOST_HEADERS)
    .filter((part) => part !== '');
}

function portNumber(text: string): number | null {
  return /^\d{1,5}$/.test(text) && Number(text) < 65_536 ? Number(text) : null;
}

function byteCount(text: string): number | null {
  return /^\d{1,15}$/.test(text) ? Number(text) : null;
}
