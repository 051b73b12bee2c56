import { consentOf } from './identity/consent-header.js';
import { fapiOf } from './identity/fapi-headers.js';
import { type EventDetails } from './event-details.js';
import { type RawDetails } from './raw-details.js';
import { redactSecrets } from './redact/redact-text.js';
import { loggedCountry } from './scan/logged-country.js';
import { loggedTlsVersion } from './scan/logged-tls-version.js';
import { type Source } from './source.js';

/** Headers that tell browsers from programs and hold no secret; a source may name others. */
const KEPT_HEADERS: readonly string[] = [
  'accept',
  'accept-encoding',
  'accept-language',
  'content-type',
  'origin',
  'sec-ch-ua',
  'sec-ch-ua-mobile',
  'sec-ch-ua-platform',
  'sec-fetch-dest',
  'sec-fetch-mode',
  'sec-fetch-site',
  'signature',
  'signature-agent',
  'signature-input',
  'x-requested-with',
];

/**
 * What a bot signs its requests with, to be read by anybody (RFC 9421, tag `web-bot-auth`). It is kept as sent, since
 * a changed letter would spoil the proof; it opens nothing, and expires. Other signatures (those of banks' clients, say)
 * are secrets like any other, and `Signature` is not kept then.
 */
const BOT_SIGNATURE_HEADERS = new Set(['signature', 'signature-agent', 'signature-input']);

const provesABot = (headers: ReadonlyMap<string, string>): boolean =>
  headers.get('signature-input')?.includes('tag="web-bot-auth"') ?? false;

const LONGEST_NAME = 255;
const LONGEST_VALUE = 1024;
/** More header names or tags than that are an attack on the store. */
const MOST_NAMES = 128;

const NO_HEADERS: Readonly<Record<string, string>> = {};

/** Derives what only some formats log: caps, canonical forms, hashes, redacted headers. */
export class EventDetailsBuilder {
  private readonly sampleRate: number;
  private readonly keptHeaders: readonly string[];

  constructor(
    source: Source,
    private readonly keyedHash: (value: string) => string,
  ) {
    this.sampleRate = source.sampleRate ?? 1;
    this.keptHeaders = source.keptHeaders ?? KEPT_HEADERS;
  }

  /** `null` where there is nothing to say. */
  build(raw: RawDetails | null): EventDetails | null {
    if (raw === null)
      return this.sampleRate === 1 ? null : { ...NOTHING, sampleRate: this.sampleRate };
    const fapi = fapiOf(raw.headers);
    const consent = raw.consent === '' ? consentOf(raw.headers) : raw.consent;
    return {
      clientPort: raw.clientPort,
      httpResponseSize: raw.responseSize,
      tlsProtocolVersion: loggedTlsVersion(raw.tlsProtocol),
      tlsCipher: cut(raw.tlsCipher),
      tlsClientJa3: cut(raw.tlsJa3),
      tlsClientJa4: cut(raw.tlsJa4),
      upstreamBotScore: raw.botScore,
      upstreamBotSource: cut(raw.botScoreSource),
      upstreamBotTags: raw.botTags.slice(0, MOST_NAMES).map(cut),
      cacheStatus: cut(raw.cacheStatus),
      edgeLocation: cut(raw.edgeLocation),
      traceId: cut(raw.traceId),
      clientAsn: raw.clientAsn,
      clientCountry: loggedCountry(raw.clientCountry),
      httpRequestHeaders: this.headers(raw.headers),
      httpRequestHeaderNames: raw.headerNames
        .slice(0, MOST_NAMES)
        .map((name) => cut(name).toLowerCase()),
      duplicateMark: cut(raw.duplicateMark),
      sampleRate: rateOf(raw.sampleRate) ?? this.sampleRate,
      fapiInteractionId: fapi.interactionId,
      fapiCustomerAddress: fapi.customerAddress,
      consentKey: consent === '' ? '' : this.keyedHash(consent),
    };
  }

  private headers(headers: ReadonlyMap<string, string> | null): Readonly<Record<string, string>> {
    if (headers === null) return NO_HEADERS;
    const isProof = provesABot(headers);
    const kept: Record<string, string> = {};
    for (const name of this.keptHeaders) {
      const value = (headers.get(name) ?? '').slice(0, LONGEST_VALUE);
      if (value === '' || value === '-') continue;
      if (!BOT_SIGNATURE_HEADERS.has(name) || (!isProof && name !== 'signature'))
        kept[name] = redactSecrets(value, this.keyedHash).text;
      else if (isProof) kept[name] = value;
    }
    return kept;
  }
}

const NOTHING: EventDetails = {
  clientPort: null,
  httpResponseSize: null,
  tlsProtocolVersion: '',
  tlsCipher: '',
  tlsClientJa3: '',
  tlsClientJa4: '',
  upstreamBotScore: null,
  upstreamBotSource: '',
  upstreamBotTags: [],
  cacheStatus: '',
  edgeLocation: '',
  traceId: '',
  clientAsn: null,
  clientCountry: '',
  httpRequestHeaders: NO_HEADERS,
  httpRequestHeaderNames: [],
  duplicateMark: '',
  sampleRate: 1,
  fapiInteractionId: '',
  fapiCustomerAddress: '',
  consentKey: '',
};

function cut(text: string): string {
  return text.length > LONGEST_NAME ? text.slice(0, LONGEST_NAME) : text;
}

function rateOf(rate: number | null): number | null {
  return rate !== null && rate > 0 && rate <= 1 ? rate : null;
}
