import { type LogFormat } from '../log-format.js';
import { scanClfLine } from '../scan/clf-line.js';

/**
 * nginx `combined` and packaged nginx's `main` (X-Forwarded-For behind it), Apache `combined`, and
 * their extensions to the right. The logged time is the end of the request for nginx and its start for
 * Apache; the line does not say which.
 */
export const combined: LogFormat = {
  name: 'combined',
  // Speaks for the whole family: the scan itself tells a site in front or a missing user agent.
  recognises: (line) => line.includes('] "'),
  createReader: (source) => {
    const layout = source.format === 'auto' ? 'guess' : 'client';
    return (line) => scanClfLine(line, layout);
  },
};
