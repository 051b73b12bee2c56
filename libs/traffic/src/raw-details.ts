/** What few formats log, as they say it: absent text is `''`, absent numbers are `null`. */
export interface RawDetails {
  clientPort: number | null;
  /** Bytes of the whole response, headers and all. */
  responseSize: number | null;
  /** As logged: `TLSv1.3`, `TLS 1.3`, `tlsv12`. */
  tlsProtocol: string;
  tlsCipher: string;
  tlsJa3: string;
  tlsJa4: string;
  /** A bot score somebody else gave, in its own scale. */
  botScore: number | null;
  botScoreSource: string;
  botTags: readonly string[];
  cacheStatus: string;
  edgeLocation: string;
  traceId: string;
  clientAsn: number | null;
  /** ISO 3166-1 alpha-2, or whatever the log says. */
  clientCountry: string;
  /** Request headers the log carries, names in lower case; secrets included. */
  headers: ReadonlyMap<string, string> | null;
  /** Names of all request headers in the order they were sent. */
  headerNames: readonly string[];
  /** Why this line repeats a request that another line tells as well (`shield`, `subrequest`); else `''`. */
  duplicateMark: string;
  /** Share of requests logged, where the line itself says it. */
  sampleRate: number | null;
  /** Id of the consent under which an API client acted; a secret until it is hashed. */
  consent: string;
  /**
   * Whether `client` comes out of a header that anybody can write, because the log has nothing better (Envoy's default text:
   * the left-most `X-Forwarded-For`) or says so (Front Door's `clientIp`): it is believed only as far as proxies are trusted.
   */
  clientClaimed: boolean;
}
