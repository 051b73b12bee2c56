/**
 * The fields of a request that a JSON log can fill, by canonical name.
 *
 * - `eventTime` is whatever instant the format logs; `eventStartTime` and `eventEndTime` are asked where it
 *   is absent, and tell the duration where both are there.
 * - `url` is path and query together, `request` the whole request line.
 * - `durationSeconds`, `durationMs`, `durationUs` and `durationNs` differ in unit only.
 * - `clientAddress` and `networkPeerAddress` may carry a port.
 * - `requestHeaders` is an object of header name → value (or list of values), `requestHeaderNames` a list.
 * - `sessionKey`, `accountKey` and `consentKey` are hashed before they are stored.
 */
export const JSON_FIELDS = [
  'eventTime',
  'eventStartTime',
  'eventEndTime',
  'clientAddress',
  'networkPeerAddress',
  'clientPort',
  'request',
  'httpRequestMethod',
  'url',
  'urlPath',
  'urlQuery',
  'urlScheme',
  'serverAddress',
  'serverPort',
  'networkProtocolVersion',
  'httpResponseStatusCode',
  'httpResponseBodySize',
  'httpResponseSize',
  'httpRequestSize',
  'userAgentOriginal',
  'httpRequestReferer',
  'httpRequestXForwardedFor',
  'durationSeconds',
  'durationMs',
  'durationUs',
  'durationNs',
  'requestId',
  'traceId',
  'sessionKey',
  'accountKey',
  'apiClient',
  'consentKey',
  'tlsProtocolVersion',
  'tlsCipher',
  'tlsClientJa3',
  'tlsClientJa4',
  'upstreamBotScore',
  'upstreamBotSource',
  'upstreamBotTags',
  'cacheStatus',
  'edgeLocation',
  'clientAsn',
  'clientCountry',
  'requestHeaders',
  'requestHeaderNames',
  'duplicateMark',
  'sampleRate',
] as const;

export type JsonField = (typeof JSON_FIELDS)[number];

/** Canonical field → JSON key, dotted path (`http.request.method`), or several of them, first present wins. */
export type JsonFieldMap = Readonly<Partial<Record<JsonField, string | readonly string[]>>>;
