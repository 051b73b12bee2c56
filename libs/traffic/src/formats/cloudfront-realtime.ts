import { type LogFormat } from '../log-format.js';
import { CLOUDFRONT_DIALECT } from '../scan/cloudfront-dialect.js';
import { FEWEST_REAL_TIME, guessRealTimeFields } from '../scan/cloudfront-fields.js';
import { createW3cReader } from '../scan/w3c-reader.js';
import { plainWords } from '../scan/w3c-words.js';

/**
 * CloudFront's real-time log: tab-separated without header, the fields its owner chose (which the source
 * names) in CloudFront's order. The time is the end of the response; the path has its query with it.
 */
export const cloudfrontRealtime: LogFormat = {
  name: 'cloudfront_realtime',
  recognises: (line) =>
    isEpoch(line) && guessRealTimeFields(plainWords(line, FEWEST_REAL_TIME)) !== null,
  createReader: (source) => createW3cReader(source, () => CLOUDFRONT_DIALECT, guessRealTimeFields),
};

/** Seconds since the epoch and whatever follows them. */
function isEpoch(line: string): boolean {
  return /^\d{10}[.\t ]/.test(line);
}
