import { type JsonField } from '../json-field-map.js';
import { detailsOf } from '../details-of.js';
import { durationMs } from './json-duration.js';
import { portOf } from './json-endpoint.js';
import { headersOf } from './json-headers.js';
import { jsonProtocolVersion } from './json-protocol-version.js';
import { type JsonRequest } from './json-request.js';
import { jsonStatus } from './json-status.js';
import { numberOf, textOf, textsOf } from './json-value.js';
import { logTime } from './log-time.js';
import { parseRequestLine } from './request-line.js';

/** Puts a value that is given into a request. */
export type JsonSetter = (parts: JsonRequest, value: unknown) => void;

/** How each field of a JSON log gets into a request. */
export const JSON_SETTERS: Readonly<Record<JsonField, JsonSetter>> = {
  eventTime: ({ request }, value) => {
    request.eventTime = logTime(value);
  },
  eventStartTime: (parts, value) => {
    parts.startTime = logTime(value);
  },
  eventEndTime: (parts, value) => {
    parts.endTime = logTime(value);
  },
  clientAddress: ({ request }, value) => {
    request.client = textOf(value);
  },
  networkPeerAddress: ({ request }, value) => {
    request.peer = textOf(value);
  },
  clientPort: ({ request }, value) => {
    const port = portOf(value);
    if (port !== null) detailsOf(request).clientPort = port;
  },
  request: setRequestLine,
  httpRequestMethod: ({ request }, value) => {
    request.method = textOf(value);
  },
  url: (parts, value) => {
    parts.url = textOf(value);
  },
  urlPath: (parts, value) => {
    parts.path = textOf(value);
  },
  urlQuery: (parts, value) => {
    parts.query = textOf(value);
  },
  urlScheme: ({ request }, value) => {
    request.scheme = textOf(value).toLowerCase();
  },
  serverAddress: ({ request }, value) => {
    request.host = textOf(value);
  },
  serverPort: ({ request }, value) => {
    request.port = portOf(value);
  },
  networkProtocolVersion: ({ request }, value) => {
    const version = jsonProtocolVersion(typeof value === 'string' ? value : textOf(value));
    if (version !== '') request.protocolVersion = version;
  },
  httpResponseStatusCode: ({ request }, value) => {
    request.status = jsonStatus(value);
  },
  httpResponseBodySize: ({ request }, value) => {
    request.responseBodySize = numberOf(value);
  },
  httpResponseSize: ({ request }, value) => {
    detailsOf(request).responseSize = numberOf(value);
  },
  httpRequestSize: ({ request }, value) => {
    request.requestSize = numberOf(value);
  },
  userAgentOriginal: ({ request }, value) => {
    request.userAgent = unquoted(textOf(value));
  },
  httpRequestReferer: ({ request }, value) => {
    request.referer = unquoted(textOf(value));
  },
  httpRequestXForwardedFor: ({ request }, value) => {
    request.forwardedFor = textOf(value);
  },
  durationSeconds: ({ request }, value) => {
    request.durationMs ??= durationMs(value, 1000);
  },
  durationMs: ({ request }, value) => {
    request.durationMs = durationMs(value, 1) ?? request.durationMs;
  },
  durationUs: ({ request }, value) => {
    request.durationMs ??= durationMs(value, 1e-3);
  },
  durationNs: ({ request }, value) => {
    request.durationMs ??= durationMs(value, 1e-6);
  },
  requestId: ({ request }, value) => {
    request.requestId = textOf(value);
  },
  traceId: ({ request }, value) => {
    detailsOf(request).traceId = textOf(value);
  },
  sessionKey: ({ request }, value) => {
    request.session = textOf(value);
  },
  accountKey: ({ request }, value) => {
    request.account = textOf(value);
  },
  apiClient: ({ request }, value) => {
    request.apiClient = textOf(value);
  },
  consentKey: ({ request }, value) => {
    detailsOf(request).consent = textOf(value);
  },
  tlsProtocolVersion: ({ request }, value) => {
    detailsOf(request).tlsProtocol = textOf(value);
  },
  tlsCipher: ({ request }, value) => {
    detailsOf(request).tlsCipher = textOf(value);
  },
  tlsClientJa3: ({ request }, value) => {
    detailsOf(request).tlsJa3 = textOf(value);
  },
  tlsClientJa4: ({ request }, value) => {
    detailsOf(request).tlsJa4 = textOf(value);
  },
  upstreamBotScore: ({ request }, value) => {
    detailsOf(request).botScore = numberOf(value);
  },
  upstreamBotSource: ({ request }, value) => {
    detailsOf(request).botScoreSource = textOf(value);
  },
  upstreamBotTags: ({ request }, value) => {
    detailsOf(request).botTags = textsOf(value);
  },
  cacheStatus: ({ request }, value) => {
    detailsOf(request).cacheStatus = textOf(value);
  },
  edgeLocation: ({ request }, value) => {
    detailsOf(request).edgeLocation = textOf(value);
  },
  clientAsn: ({ request }, value) => {
    detailsOf(request).clientAsn = numberOf(value);
  },
  clientCountry: ({ request }, value) => {
    detailsOf(request).clientCountry = textOf(value);
  },
  requestHeaders: ({ request }, value) => {
    detailsOf(request).headers = headersOf(value);
  },
  requestHeaderNames: ({ request }, value) => {
    detailsOf(request).headerNames = headerNames(value);
  },
  duplicateMark: ({ request }, value) => {
    detailsOf(request).duplicateMark = value === true ? 'duplicate' : textOf(value);
  },
  sampleRate: ({ request }, value) => {
    const rate = numberOf(value);
    if (rate !== null && rate > 0 && rate <= 1) detailsOf(request).sampleRate = rate;
  },
};

/** `GET /a HTTP/1.1`; some logs keep the target alone under this name. */
function setRequestLine(parts: JsonRequest, value: unknown): void {
  const { request } = parts;
  request.requestLine = textOf(value);
  const line = parseRequestLine(request.requestLine);
  if (line !== null) {
    request.method = line.method;
    request.target = line.target;
    request.protocolVersion = line.version;
  } else if (request.requestLine.charCodeAt(0) === 47) {
    request.target = request.requestLine;
  }
}

/** Older Logstash patterns keep the quotes of the log line. */
function unquoted(text: string): string {
  const quoted = text.length > 1 && text.charCodeAt(0) === 34 && text.endsWith('"');
  if (!quoted) return text;
  const inside = text.slice(1, -1);
  return inside === '-' ? '' : inside;
}

/** A list of names, or a text of them between commas, semicolons, colons or spaces. */
function headerNames(value: unknown): readonly string[] {
  const names = typeof value === 'string' ? value.slice(0, 8192).split(/[,;: ]/) : textsOf(value);
  return names.map((name) => name.trim().toLowerCase()).filter((name) => name !== '');
}
