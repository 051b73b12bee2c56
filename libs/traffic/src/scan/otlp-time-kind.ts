import { type JsonRecord } from '../json-record.js';
import { type RawRequest } from '../raw-request.js';
import { ownValue, textOf } from './json-value.js';

/** What the collector's encodings call what they have read, in `encoding.format`, and which instant its time is. */
const BY_FORMAT = new Map<string, RawRequest['eventTimeKind']>([
  ['aws.elbaccess', 'end'],
  ['gcp.load-balancer', 'start'],
  ['azure.frontdoor', 'end'],
  ['azure.cdn', 'end'],
]);

/** Which instant of a request the time of its log record is, as far as its encoding tells. */
export function otlpTimeKind(fields: JsonRecord, scope: unknown): RawRequest['eventTimeKind'] {
  const known = BY_FORMAT.get(textOf(ownValue(scope, 'encoding.format')));
  if (known !== undefined) return known;
  if (Object.hasOwn(fields, 'aws.elb.status.code')) return 'end';
  return /^(?:frontdoor|azurecdn)/i.test(textOf(ownValue(fields, 'azure.category')))
    ? 'end'
    : 'unknown';
}
