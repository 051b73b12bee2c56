import { blockText } from '../capacity/address-block.js';
import { type AddressEntry } from '../capacity/address-entry.js';

/** What has to come to a list of blocks and what has to go, in order of addresses. */
export interface ListChange<Held> {
  readonly added: readonly AddressEntry[];
  readonly removed: readonly Held[];
  readonly kept: readonly Held[];
}

/** From what a list holds to what it is to hold. Blocks are compared as text, as `blockText` writes them. */
export function listChange<Held extends { readonly cidr: string }>(
  held: readonly Held[],
  wanted: readonly AddressEntry[],
): ListChange<Held> {
  const wantedTexts = new Set(wanted.map(({ block }) => blockText(block)));
  const heldTexts = new Set(held.map(({ cidr }) => cidr));
  return {
    added: wanted.filter(({ block }) => !heldTexts.has(blockText(block))),
    removed: held.filter(({ cidr }) => !wantedTexts.has(cidr)),
    kept: held.filter(({ cidr }) => wantedTexts.has(cidr)),
  };
}
