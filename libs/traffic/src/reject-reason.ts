/**
 * Why a line became no access event; written into `access_events.reject_reason`.
 *
 * - `empty`: nothing but white space.
 * - `too_long`: more than 1 MiB (1,048,576 characters).
 * - `unknown_format`: no log format of the source recognises the line.
 * - `bad_time`: the time field is not a time.
 * - `bad_status`: the status field is neither a number from 0 to 999 nor `-`.
 * - `bad_json`: the line begins like a JSON object and is none.
 * - `partial_line`: a container runtime cut the line and the rest is in another message.
 * - `skipped:…`: not a request and not meant to be one: a W3C directive, a TCP connection, a
 *   connection's own message.
 * - `missing_field:…`: the line has no value for a field that no event can do without.
 */
export type RejectReason =
  | 'empty'
  | 'too_long'
  | 'unknown_format'
  | 'bad_time'
  | 'bad_status'
  | 'bad_json'
  | 'partial_line'
  | 'skipped:directive'
  | 'skipped:tcp'
  | 'skipped:message'
  | 'missing_field:client_address'
  | 'missing_field:event_time'
  | 'missing_field:request';
