/** What a person may do about lines that are rejected, by the reason. */
const ADVICE: Readonly<Record<string, string>> = {
  unknown_format:
    'it has not the layout of the format; with format: auto, name the format; with a W3C format, give its fields',
  bad_time: 'the field that stands for the time is none; look at the format, or at field_map',
  bad_status: 'the field that stands for the status is none; look at the format, or at field_map',
  bad_json: 'it begins like a JSON object and is none; a shipper may have cut it',
  too_long: 'it is longer than 1 MiB',
  partial_line: 'a container runtime cut it; let the shipper join lines',
  undecodable: 'its compression or encoding is damaged',
  'missing_field:client_address': 'no field holds the client; name it in field_map',
  'missing_field:event_time': 'no field holds the time; name it in field_map',
  'missing_field:request': 'no field holds the request; name url or request in field_map',
};

/** Advice for a reason; `''` where none is needed. */
export function rejectAdvice(reason: string): string {
  return Object.hasOwn(ADVICE, reason) ? (ADVICE[reason] ?? '') : '';
}

/** Whether nothing is lost by rejecting: directives, connections without a request, blank lines. */
export function isHarmless(reason: string): boolean {
  return reason === 'empty' || reason.startsWith('skipped:');
}
