import { type LogFormat } from '../log-format.js';
import { scanClfLine } from '../scan/clf-line.js';

/**
 * nginx `combined` and packaged nginx's `main` (X-Forwarded-For behind it), Apache `combined`, and
 * their extensions to the right. The logged time is the end of the request for nginx and its start for
 * Apache; the line does not say which.
 */
export const combined: LogFormat = {
  name: 'combined',
  createReader: () => (line) => {
    const scanned = scanClfLine(line, 'client');
    return typeof scanned === 'string' ? scanned : scanned.request;
  },
};
