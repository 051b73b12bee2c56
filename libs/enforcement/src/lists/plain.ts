import { addressText } from './address-text.js';
import { type ListFormat } from './list-format.js';

/** One address or CIDR block a line, nothing else: what most appliances and scripts read. */
export const plain: ListFormat = {
  name: 'plain',
  actions: ['block'],
  line: ({ block }) => addressText(block),
};
