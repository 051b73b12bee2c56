import { blockText } from '../capacity/address-block.js';
import { isSingle } from './address-text.js';
import { type ListFormat } from './list-format.js';

/**
 * `192.0.2.7,,bl,wherefore`: a line of a feed list of F5's IP intelligence: address, prefix length (empty for one
 * address), block list, category. The category has to exist on the device.
 */
export const f5: ListFormat = {
  name: 'f5',
  actions: ['block'],
  line: ({ block }, category) => {
    const [address = '', bits = ''] = blockText(block).split('/');
    return `${address},${isSingle(block) ? '' : bits},bl,${category}`;
  },
};
