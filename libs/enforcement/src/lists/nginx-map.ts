import { addressText, isSingle } from './address-text.js';
import { type ListFormat } from './list-format.js';

/**
 * `"192.0.2.7" "block";`, to be included in a `map $remote_addr` block of nginx. A map compares text, so it
 * can hold single addresses only: blocks are left out, `nginx-geo` has them.
 */
export const nginxMap: ListFormat = {
  name: 'nginx-map',
  actions: ['block', 'challenge', 'throttle'],
  shape: (entries) => entries.filter(({ block }) => isSingle(block)),
  line: ({ block, action }) => `"${addressText(block)}" "${action}";`,
};
