import { EVENT_FIELDS, type EventField } from '#libs/intent';
import { type AccessEvent } from '#libs/traffic';

const HOLDS: Readonly<Record<EventField, (event: AccessEvent) => boolean>> = {
  http_response_status_code: (event) => event.httpResponseStatusCode > 0,
  user_agent_original: (event) => event.userAgentOriginal !== '',
  http_request_referer: (event) => event.httpRequestReferer !== '',
  url_query: (event) => event.urlQuery !== '',
  server_address: (event) => event.serverAddress !== '',
  http_response_body_size: (event) => event.httpResponseBodySize !== null,
  duration_ms: (event) => event.durationMs !== null,
  network_protocol_version: (event) => event.networkProtocolVersion !== '',
  session_key: (event) => event.sessionKey !== '',
  account_key: (event) => event.accountKey !== '',
  api_client: (event) => event.apiClient !== '',
  consent_key: (event) => (event.details?.consentKey ?? '') !== '',
  fapi_customer_address: (event) => (event.details?.fapiCustomerAddress ?? '') !== '',
  tls_client_ja4: ({ details }) => (details?.tlsClientJa4 ?? details?.tlsClientJa3 ?? '') !== '',
};

/** How many requests of a sample hold each field. */
export class FieldPresence {
  requests = 0;
  readonly #counts = new Map<EventField, number>();

  add(event: AccessEvent): void {
    this.requests += 1;
    for (const field of EVENT_FIELDS) {
      if (HOLDS[field](event)) this.#counts.set(field, (this.#counts.get(field) ?? 0) + 1);
    }
  }

  /** 0 to 1. */
  share(field: EventField): number {
    return this.requests === 0 ? 0 : (this.#counts.get(field) ?? 0) / this.requests;
  }

  /** Fields that no request holds: the log does not carry them, or the source does not say where they are. */
  missing(): ReadonlySet<EventField> {
    return new Set(EVENT_FIELDS.filter((field) => !this.#counts.has(field)));
  }
}
