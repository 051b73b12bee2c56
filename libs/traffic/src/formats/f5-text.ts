import { type LogFormat } from '../log-format.js';
import { readF5Pairs } from '../scan/f5-pairs.js';
import { keyValuePairs } from '../scan/key-value-pairs.js';

/**
 * F5 BIG-IP request logging with a template of `key="value"` pairs, as F5's manuals write them for Splunk
 * and Telemetry Streaming; keys are F5's variables in lower case, in any order.
 */
export const f5Text: LogFormat = {
  name: 'f5_text',
  recognises: (line) => {
    if (!BEGINS_WITH_PAIR.test(line)) return false;
    const text = line.slice(0, 2048).toLowerCase();
    return text.includes('client_ip="') && REQUESTS.some((key) => text.includes(key));
  },
  createReader: () => (line) => readF5Pairs(keyValuePairs(line)),
};

const BEGINS_WITH_PAIR = /^[A-Za-z_][\w-]{0,63}="/;
const REQUESTS = ['http_uri="', 'http_path="', 'http_request="', 'http_method="'];
