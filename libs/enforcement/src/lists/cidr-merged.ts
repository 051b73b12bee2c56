import { blockText } from '../capacity/address-block.js';
import { type AddressEntry } from '../capacity/address-entry.js';
import { coalesce } from '../capacity/coalesce.js';
import { type ListFormat } from './list-format.js';

/** As few CIDR blocks as hold exactly the same addresses, whatever their actions: for lists that count entries. */
export const cidrMerged: ListFormat = {
  name: 'cidr-merged',
  actions: ['block'],
  shape: (entries) =>
    coalesce(entries.map((entry): AddressEntry => ({ ...entry, action: 'block' }))),
  line: ({ block }) => blockText(block),
};
