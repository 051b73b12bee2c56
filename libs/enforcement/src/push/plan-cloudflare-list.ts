import { type AddressBlock, blockText } from '../capacity/address-block.js';
import { type AddressEntry } from '../capacity/address-entry.js';
import { chunked } from './chunked.js';
import { listChange } from './list-change.js';

/** An item of a list of addresses that is ours. */
export interface CloudflareItem {
  readonly id: string;
  /** Canonical, with the length of its prefix. */
  readonly cidr: string;
}

/** One bulk operation; the next may start when it has ended. */
export type CloudflareOperation =
  | { readonly kind: 'append'; readonly items: readonly { ip: string; comment: string }[] }
  | { readonly kind: 'remove'; readonly ids: readonly string[] };

/** "You can have approximately 1,000 pending list changes", Lists API, Rate limiting: so many at a time are taken. */
const ITEMS_PER_OPERATION = 1_000;

/**
 * What has to come and what has to go. Newcomers come first, so that a block that replaces two halves is there
 * before they go, unless the list has no room for both.
 *
 * @param room how many more items the list can hold now
 * @param comment marks an item as ours
 */
export function planCloudflareList(
  held: readonly CloudflareItem[],
  wanted: readonly AddressEntry[],
  room: number,
  comment: string,
): CloudflareOperation[] {
  const { added, removed } = listChange(held, wanted);
  const appends = chunked(added, ITEMS_PER_OPERATION).map((entries): CloudflareOperation => ({
    kind: 'append',
    items: entries.map(({ block }) => ({ ip: itemText(block), comment })),
  }));
  const removes = chunked(removed, ITEMS_PER_OPERATION).map((items): CloudflareOperation => ({
    kind: 'remove',
    ids: items.map(({ id }) => id),
  }));
  return added.length <= room ? [...appends, ...removes] : [...removes, ...appends];
}

/** A single IPv4 address is written without its /32, as Cloudflare gives it back. */
function itemText(block: AddressBlock): string {
  return block.version === 4 && block.bits === 32
    ? blockText(block).slice(0, -'/32'.length)
    : blockText(block);
}
