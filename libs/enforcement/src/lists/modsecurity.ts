import { addressText } from './address-text.js';
import { type ListFormat } from './list-format.js';

/**
 * One address or CIDR block a line, for `@ipMatchFromFile` of ModSecurity and Coraza. A single address is without
 * its length: libmodsecurity 3.0.9 refuses a whole configuration for `/128`.
 */
export const modsecurity: ListFormat = {
  name: 'modsecurity',
  actions: ['block'],
  line: ({ block }) => addressText(block),
};
