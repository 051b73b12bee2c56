import { type AccessEvent } from './access-event.js';
import { BoundedCache } from './bounded-cache.js';
import { canonicalAddress } from './canonical-address.js';
import { type RawRequest } from './raw-request.js';
import { EventDetailsBuilder } from './event-details-builder.js';
import { applySourceIdentity, type IdentityStep } from './identity/apply-source-identity.js';
import { redactReferer } from './redact/redact-referer.js';
import { places } from './redact/redact-query.js';
import { redactSecrets } from './redact/redact-text.js';
import { type Redacted, unredacted } from './redact/redaction.js';
import { type RejectReason } from './reject-reason.js';
import { requestProbe, type RequestProbe } from './request-probe.js';
import { parseTarget, type Target } from './scan/request-target.js';
import { type Source } from './source.js';
import { type UrlFacts, UrlReader } from './url-reader.js';

/** Text is cut to these lengths before anything looks at it. */
const LONGEST_URL = 8192;
const LONGEST_REFERER = 2048;
const LONGEST_USER_AGENT = 1024;
const LONGEST_REQUEST_LINE = 1024;
const LONGEST_NAME = 255;

/** Distinct names kept per generation: a few megabytes. */
const CACHED = 20_000;
const LONGEST_CACHED = 256;

const NOTHING_REDACTED: readonly string[] = [];

/** Derives an access event from what a line says: caps, canonical forms, redaction, template, role, probe. */
export class AccessEventBuilder {
  private readonly urls: UrlReader;
  private readonly hashes = new BoundedCache<string>(CACHED, LONGEST_CACHED);
  private readonly details: EventDetailsBuilder;
  private readonly identify: IdentityStep;
  private readonly defaultHost: string;
  private readonly clockCorrectionMs: number;

  constructor(
    source: Source,
    private readonly keyedHash: (value: string) => string,
  ) {
    this.urls = new UrlReader(keyedHash);
    this.details = new EventDetailsBuilder(source, keyedHash);
    this.identify = applySourceIdentity(source.identity);
    this.defaultHost = (source.defaultHost ?? '').toLowerCase();
    this.clockCorrectionMs = source.clockCorrectionMs ?? 0;
  }

  build(raw: RawRequest): AccessEvent | RejectReason {
    this.identify(raw);
    const clientAddress = clientOf(raw.client);
    if (clientAddress === '') return 'missing_field:client_address';
    const target = parseTarget(raw, this.defaultHost, LONGEST_URL);
    const userAgent = cut(raw.userAgent, LONGEST_USER_AGENT);
    const rawReferer = cut(raw.referer, LONGEST_REFERER);
    const facts = this.urls.read(target.method, target.path, target.query);
    const referer = redactReferer(rawReferer, this.keyedHash);
    const requestLine = this.requestLine(target.requestLine);
    return {
      eventTime: raw.eventTime + this.clockCorrectionMs,
      eventTimeKind: raw.eventTimeKind,
      clientAddress,
      networkPeerAddress: peerOf(raw.peer, clientAddress),
      httpRequestMethod: target.method,
      urlScheme: target.scheme,
      serverAddress: target.host,
      serverPort: target.port,
      urlPath: facts.path.text,
      urlQuery: facts.query.text,
      requestLineOriginal: requestLine.text,
      networkProtocolVersion: raw.protocolVersion,
      httpResponseStatusCode: raw.status,
      httpResponseBodySize: raw.responseBodySize,
      httpRequestSize: raw.requestSize,
      userAgentOriginal: userAgent,
      httpRequestReferer: referer.text,
      httpRequestXForwardedFor: cut(raw.forwardedFor, LONGEST_USER_AGENT),
      durationMs: raw.durationMs,
      requestId: cut(raw.requestId, LONGEST_NAME),
      sessionKey: this.hashed(raw.session),
      accountKey: this.hashed(raw.account),
      apiClient: cut(raw.apiClient, LONGEST_NAME),
      urlPathTemplate: facts.template,
      urlPathRole: facts.role,
      requestProbe: probeOf(facts, target, userAgent, rawReferer),
      redactions: redactionsOf(facts, referer, requestLine),
      details: this.details.build(raw.details),
    };
  }

  private requestLine(line: string): Redacted {
    if (line === '') return unredacted('');
    const { text, kinds } = redactSecrets(cut(line, LONGEST_REQUEST_LINE), this.keyedHash);
    return { text, redactions: places('request_line', kinds) };
  }

  private hashed(value: string): string {
    return value === '' ? '' : this.hashes.get(value, this.keyedHash);
  }
}

function probeOf(
  facts: UrlFacts,
  target: Target,
  userAgent: string,
  referer: string,
): RequestProbe {
  const marked = hasMarker(userAgent) || hasMarker(referer);
  if (!marked && target.requestLine === '') return facts.probe;
  // Exploits travel in the referer as they do in the user agent.
  const headers = marked ? `${userAgent} ${referer}` : '';
  return requestProbe(target.method, target.path, target.query, target.requestLine, headers);
}

/** Whether a header may hold a Log4Shell or Shellshock payload: both need `{`. */
function hasMarker(header: string): boolean {
  return header.includes('{');
}

/** `''` where the peer is the client. */
function peerOf(peer: string, clientAddress: string): string {
  const address = peer === '' ? '' : canonicalAddress(peer);
  return address === clientAddress ? '' : address;
}

function clientOf(client: string): string {
  const address = canonicalAddress(client);
  return address === '' && client !== '-' ? cut(client.toLowerCase(), LONGEST_NAME) : address;
}

function cut(text: string, longest: number): string {
  return text.length > longest ? text.slice(0, longest) : text;
}

function redactionsOf(
  { path, query }: UrlFacts,
  referer: Redacted,
  requestLine: Redacted,
): readonly string[] {
  const nothing =
    path.redactions.length === 0 &&
    query.redactions.length === 0 &&
    referer.redactions.length === 0 &&
    requestLine.redactions.length === 0;
  if (nothing) return NOTHING_REDACTED;
  const all = [path, query, referer, requestLine].flatMap(({ redactions }) => redactions);
  return [...new Set(all)].sort();
}
