import { type LogFormat } from '../log-format.js';
import { scanClfLine } from '../scan/clf-line.js';

/** NCSA common log format: no referer and no user agent; also the short `"-" 408 -` lines of Apache. */
export const common: LogFormat = {
  name: 'common',
  recognises: () => false,
  createReader: () => (line) => scanClfLine(line, 'client'),
};
