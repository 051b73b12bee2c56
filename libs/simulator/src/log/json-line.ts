import { type SimulatedRequest } from '../world/simulated-request.js';

/** One line as nginx writes it with `escape=json` and a log_format of these keys; absent values are ''. No line end. */
export function jsonLine(request: SimulatedRequest): string {
  return JSON.stringify({
    time_iso8601: `${new Date(request.time).toISOString().slice(0, 19)}+00:00`,
    msec: request.time / 1000,
    remote_addr: request.clientAddress,
    host: request.host,
    request_method: request.method,
    request_uri: request.target,
    server_protocol: request.protocol,
    status: request.status,
    body_bytes_sent: request.bodyBytes,
    http_referer: request.referer,
    http_user_agent: request.userAgent,
    request_time: request.seconds,
    request_id: request.requestId,
    tpp_client_id: request.apiClient,
    account: request.account,
    session: request.session,
    http_x_fapi_customer_ip_address: request.fapiCustomerAddress,
    http_x_fapi_interaction_id: request.fapiInteractionId,
    consent_id: request.consent,
    ja4: request.tlsFingerprint,
    asn: request.asn === 0 ? '' : String(request.asn),
  });
}
