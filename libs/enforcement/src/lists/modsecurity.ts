import { blockText } from '../capacity/address-block.js';
import { type ListFormat } from './list-format.js';

/** One CIDR block a line, for `@ipMatchFromFile` of ModSecurity and Coraza. */
export const modsecurity: ListFormat = {
  name: 'modsecurity',
  actions: ['block'],
  line: ({ block }) => blockText(block),
};
