import { type LogFormat } from '../log-format.js';
import { scanClfLine } from '../scan/clf-line.js';

/** Apache's `vhost_combined` (`site:port client …`) and nginx layouts that put `$host` first (`site client …`). */
export const vhostCombined: LogFormat = {
  name: 'vhost_combined',
  recognises: () => false,
  createReader: () => (line) => scanClfLine(line, 'vhost'),
};
