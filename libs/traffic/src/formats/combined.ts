import { type LogFormat } from '../log-format.js';
import { createClfReader } from '../scan/clf-family.js';

/**
 * nginx `combined` and packaged nginx's `main` (X-Forwarded-For behind it), Apache `combined`, and
 * their extensions to the right. The logged time is the end of the request for nginx and its start for
 * Apache; the line does not say which.
 */
export const combined: LogFormat = {
  name: 'combined',
  // Speaks for the whole family, last of all formats: whatever has quotes may be a line of the owner's design.
  recognises: (line) => line.includes('"'),
  createReader: (source) => createClfReader(source, source.format === 'auto' ? 'guess' : 'client'),
};
