import { blockText } from '../capacity/address-block.js';
import { type ListFormat } from './list-format.js';

/** `192.0.2.0/24 block;`, to be included in a `geo` block of nginx. */
export const nginxGeo: ListFormat = {
  name: 'nginx-geo',
  actions: ['block', 'challenge', 'throttle'],
  line: ({ block, action }) => `${blockText(block)} ${action};`,
};
