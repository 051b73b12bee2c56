import { blockText } from '../capacity/address-block.js';
import { type ListFormat } from './list-format.js';

/** `192.0.2.0/24 block`, for HAProxy's `map_ip`. */
export const haproxyMap: ListFormat = {
  name: 'haproxy-map',
  actions: ['block', 'challenge', 'throttle'],
  line: ({ block, action }) => `${blockText(block)} ${action}`,
};
