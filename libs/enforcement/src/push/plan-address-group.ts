import { blockText, parseBlock } from '../capacity/address-block.js';
import { type AddressEntry } from '../capacity/address-entry.js';
import { chunked } from './chunked.js';
import { listChange } from './list-change.js';

/** A change of an address group; each is a long-running operation, and the next waits for it. */
export interface AddressGroupChange {
  readonly kind: 'addItems' | 'removeItems';
  readonly items: readonly string[];
}

/** Assumption: the API's reference names no limit on the items of one request. */
const ITEMS_PER_REQUEST = 1_000;

/** What has to come and what has to go; newcomers first where the group has room for both. */
export function planAddressGroup(
  items: readonly string[],
  wanted: readonly AddressEntry[],
  capacity: number,
): AddressGroupChange[] {
  const { added, removed } = listChange(items.map(heldItem), wanted);
  const adds = chunked(added, ITEMS_PER_REQUEST).map((entries): AddressGroupChange => ({
    kind: 'addItems',
    items: entries.map(({ block }) => blockText(block)),
  }));
  const removes = chunked(removed, ITEMS_PER_REQUEST).map((held): AddressGroupChange => ({
    kind: 'removeItems',
    items: held.map(({ item }) => item),
  }));
  return items.length + added.length <= capacity ? [...adds, ...removes] : [...removes, ...adds];
}

/** As the group has it, which is how it has to be named when it goes. */
function heldItem(item: string): { item: string; cidr: string } {
  const block = parseBlock(item);
  return { item, cidr: block === null ? item : blockText(block) };
}
