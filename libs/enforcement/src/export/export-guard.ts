import { parseBlock } from '../capacity/address-block.js';
import { BlockIndex } from './block-index.js';
import { SPECIAL_BLOCKS } from './special-blocks.js';

/** What must never leave the house, whatever a verdict says: allow-listed, own proxies, partners. */
export interface ExportExclusions {
  /** Addresses and CIDR blocks. */
  readonly cidrs: readonly string[];
}

/** Why a block may not be exported. */
export type ExportRefusal = 'not_an_address' | 'too_wide' | 'not_public' | 'never_exported';

/**
 * The widest block that one verdict may give an address list. Assumption: no verdict is about more than a
 * /16 of IPv4 (65,536 addresses) or a /32 of IPv6 (what a registry gives one provider); a wider one is a mistake.
 */
const WIDEST = { 4: 16, 6: 32 } as const;

/**
 * The last question before an address leaves: why this block must not, or null where it may. A block that
 * touches an excluded one is refused whole, from both sides: what lies inside an excluded network, and what would
 * cover an excluded address.
 *
 * @throws RangeError when an exclusion is no address and no CIDR block
 */
export function exportGuard(exclusions: ExportExclusions): (cidr: string) => ExportRefusal | null {
  const special = new BlockIndex(SPECIAL_BLOCKS);
  const never = new BlockIndex(exclusions.cidrs);
  return (cidr) => {
    const block = parseBlock(cidr);
    if (block === null) return 'not_an_address';
    if (block.bits < WIDEST[block.version]) return 'too_wide';
    if (special.overlaps(block)) return 'not_public';
    return never.overlaps(block) ? 'never_exported' : null;
  };
}
