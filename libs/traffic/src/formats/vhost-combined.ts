import { type LogFormat } from '../log-format.js';
import { createClfReader } from '../scan/clf-family.js';

/** Apache's `vhost_combined` (`site:port client …`) and nginx layouts that put `$host` first (`site client …`). */
export const vhostCombined: LogFormat = {
  name: 'vhost_combined',
  // `combined` tells a site in front by itself.
  recognises: () => false,
  createReader: (source) => createClfReader(source, 'vhost'),
};
