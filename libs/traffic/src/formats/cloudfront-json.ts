import { type JsonLogFormat } from '../json-log-format.js';
import { type JsonRecord } from '../json-record.js';
import { type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { CLOUDFRONT_DIALECT } from '../scan/cloudfront-dialect.js';
import { w3cColumn } from '../scan/w3c-columns.js';
import { W3cRecord } from '../scan/w3c-record.js';

/**
 * CloudFront's logs as JSON: standard logging v2 in its JSON form, or either log made into objects on the
 * way. The keys are the names of the columns (`cs(User-Agent)`, `c-ip`), perhaps with `_` for `-`.
 */
export const cloudfrontJson: JsonLogFormat = {
  name: 'cloudfront_json',
  recognises: (record) => EDGE_KEYS.some((key) => Object.hasOwn(record, key)),
  createReader: () => readRecord,
};

/** No other log has these. */
const EDGE_KEYS = [
  'x-edge-location',
  'x-edge-request-id',
  'x-edge-result-type',
  'x_edge_location',
  'x_edge_request_id',
  'x_edge_result_type',
];

/** CloudFront has 75 fields; a longer object is hostile. */
const MOST_KEYS = 300;

function readRecord(record: JsonRecord): RawRequest | RejectReason {
  const entry = new W3cRecord(CLOUDFRONT_DIALECT);
  for (const key of Object.keys(record).slice(0, MOST_KEYS)) {
    const text = textOf(record[key]);
    if (text !== '' && text !== '-') w3cColumn(key)?.(entry, text);
  }
  return entry.finish('');
}

function textOf(value: unknown): string {
  if (typeof value === 'number') return String(value);
  return typeof value === 'string' ? value : '';
}
