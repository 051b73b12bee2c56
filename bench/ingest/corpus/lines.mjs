const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');
const twoDigits = (value) => String(value).padStart(2, '0');

function clfTime(time) {
  const date = new Date(time);
  const day = `${twoDigits(date.getUTCDate())}/${MONTHS[date.getUTCMonth()]}/${date.getUTCFullYear()}`;
  return `${day}:${date.toISOString().slice(11, 19)} +0000`;
}

/** As nginx writes `combined`. */
export function combinedLine(request) {
  const { address, user, time, method, target, protocol, status, bytes } = request;
  return `${address} - ${user || '-'} [${clfTime(time)}] "${method} ${target} ${protocol}" ${status} ${bytes} "${request.referer || '-'}" "${request.userAgent || '-'}"`;
}

/** As nginx writes a `log_format … escape=json` of fourteen keys. */
export function jsonLine(request) {
  return JSON.stringify({
    time_iso8601: `${new Date(request.time).toISOString().slice(0, 19)}+00:00`,
    msec: request.time / 1_000,
    remote_addr: request.address,
    host: 'larkfield.example',
    request_method: request.method,
    request_uri: request.target,
    server_protocol: request.protocol,
    status: request.status,
    body_bytes_sent: request.bytes,
    request_length: 400 + request.target.length,
    http_referer: request.referer,
    http_user_agent: request.userAgent,
    request_time: request.seconds,
    request_id: request.id,
  });
}
