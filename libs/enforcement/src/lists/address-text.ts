import { type AddressBlock } from '../capacity/address-block.js';
import { valueOf } from '../lapi/value-index.js';

/** `192.0.2.7` of a single address, `192.0.2.0/24` of a block. */
export const addressText: (block: AddressBlock) => string = valueOf;

/** Whether the block is one address. */
export function isSingle({ version, bits }: AddressBlock): boolean {
  return bits === (version === 4 ? 32 : 128);
}
