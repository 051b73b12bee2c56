import { type AccessEvent, type EventDetails, pathRole, pathTemplate } from '#libs/traffic';
import { type StoredLine } from '#libs/store';
import { anEvent } from '../log-rows.js';

/** One call of an API client, as a test tells it. */
export interface ApiCall {
  /** Milliseconds since the epoch. */
  readonly at: number;
  readonly client: string;
  readonly from: string;
  readonly agent: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly status: number;
  readonly consent?: string;
  readonly account?: string;
  /** The customer's address. */
  readonly customer?: string;
  readonly took?: number;
}

const NO_DETAILS: EventDetails = {
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
  httpRequestHeaders: {},
  httpRequestHeaderNames: [],
  duplicateMark: '',
  sampleRate: 1,
  fapiInteractionId: '',
  fapiCustomerAddress: '',
  consentKey: '',
};

/** The lines that ingest would store for these calls, in order of time. */
export function linesOf(calls: readonly ApiCall[], appendTime: number): StoredLine[] {
  return calls
    .toSorted((a, b) => a.at - b.at)
    .map((call, offset) => ({
      position: { topic: 'open-banking', partition: 0, offset, index: 0, appendTime },
      source: 'gateway',
      kind: 'event' as const,
      format: 'nginx_json',
      event: eventOf(call),
    }));
}

function eventOf(call: ApiCall): AccessEvent {
  return anEvent({
    eventTime: call.at,
    clientAddress: call.from,
    httpRequestMethod: call.method,
    serverAddress: 'api.bank.example',
    urlPath: call.path,
    urlQuery: '',
    urlPathTemplate: pathTemplate(call.path),
    urlPathRole: pathRole(call.method, call.path, ''),
    httpResponseStatusCode: call.status,
    userAgentOriginal: call.agent,
    apiClient: call.client,
    accountKey: call.account ?? '',
    durationMs: call.took ?? 40,
    details: {
      ...NO_DETAILS,
      consentKey: call.consent ?? '',
      fapiCustomerAddress: call.customer ?? '',
    },
  });
}
