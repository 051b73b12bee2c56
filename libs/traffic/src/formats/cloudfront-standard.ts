import { type LogFormat } from '../log-format.js';
import { FEWEST_STANDARD, guessStandardFields } from '../scan/cloudfront-fields.js';
import { CLOUDFRONT_DIALECT } from '../scan/cloudfront-dialect.js';
import { isDirective } from '../scan/w3c-directive.js';
import { createW3cReader } from '../scan/w3c-reader.js';
import { plainWords } from '../scan/w3c-words.js';

/**
 * CloudFront's standard log, legacy and v2 (plain and W3C): tab-separated, time of the end of the
 * response in UTC. Sizes are totals; `x-host-header` is the host asked for, `cs(Host)` the distribution.
 */
export const cloudfrontStandard: LogFormat = {
  name: 'cloudfront_standard',
  recognises: (line, context) => {
    if (isDirective(line)) return false;
    if (context.fields.some(isCloudfrontField)) return true;
    if (line.charCodeAt(4) !== DASH) return false;
    return guessStandardFields(plainWords(line, FEWEST_STANDARD)) !== null;
  },
  createReader: (source) => createW3cReader(source, () => CLOUDFRONT_DIALECT, guessStandardFields),
};

const DASH = 45;

function isCloudfrontField(name: string): boolean {
  return name.startsWith('x-edge-') || name === 'x-host-header';
}
