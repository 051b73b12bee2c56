/** The part of an access event that only some formats fill. Absent text is `''`, absent numbers are `null`. */
export interface EventDetails {
  readonly clientPort: number | null;
  /** Bytes of the whole response, headers and all. */
  readonly httpResponseSize: number | null;
  /** `1.2`, `1.3`, as OpenTelemetry's tls.protocol.version; else `''`. */
  readonly tlsProtocolVersion: string;
  readonly tlsCipher: string;
  readonly tlsClientJa3: string;
  readonly tlsClientJa4: string;
  /** A bot score somebody else gave, in its own scale (Cloudflare: 1 bot … 99 human). */
  readonly upstreamBotScore: number | null;
  readonly upstreamBotSource: string;
  readonly upstreamBotTags: readonly string[];
  readonly cacheStatus: string;
  readonly edgeLocation: string;
  readonly traceId: string;
  /** As the source says; enrichment fills it where it does not. */
  readonly clientAsn: number | null;
  /** ISO 3166-1 alpha-2, upper case; else `''`. */
  readonly clientCountry: string;
  /** Kept request headers, names in lower case, secrets redacted. */
  readonly httpRequestHeaders: Readonly<Record<string, string>>;
  /** Names of all request headers in the order they were sent, lower case. */
  readonly httpRequestHeaderNames: readonly string[];
  /** Why this line repeats a request that another line tells as well (`shield`, `subrequest`); else `''`. */
  readonly duplicateMark: string;
  /** Share of requests this line stands for, above 0, at most 1. */
  readonly sampleRate: number;
  /** `x-fapi-interaction-id`; else `''`. */
  readonly fapiInteractionId: string;
  /** `x-fapi-customer-ip-address` in canonical text: the customer behind an API client; else `''`. */
  readonly fapiCustomerAddress: string;
  /** Keyed hash of the consent the request was made under; else `''`. */
  readonly consentKey: string;
}
