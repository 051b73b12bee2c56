import { type AddressBlock, blockText, compareBlocks } from '../capacity/address-block.js';
import { type AddressEntry } from '../capacity/address-entry.js';
import { type ListFormat } from './list-format.js';

/** Which part of a list. */
export interface PageQuery {
  /** Entries behind this one, in order of addresses; from the first without. */
  readonly after: AddressBlock | null;
  readonly limit: number;
}

/** A part of a list as text, each line ended. */
export interface ListPage {
  readonly text: string;
  readonly entries: number;
  /** What to ask for as `after` to go on; null where this was the end. */
  readonly next: string | null;
}

/** A page by the place of its entries, not by their number: what changes between two pages moves no other entry. */
export function listPage(
  entries: readonly AddressEntry[],
  format: ListFormat,
  { after, limit }: PageQuery,
  category: string,
): ListPage {
  const shaped = format.shape?.(entries) ?? entries;
  const behind =
    after === null ? shaped : shaped.filter(({ block }) => compareBlocks(block, after) > 0);
  const page = behind.slice(0, limit);
  const last = page.at(-1);
  return {
    text: page.map((entry) => `${format.line(entry, category)}\n`).join(''),
    entries: page.length,
    next: behind.length > limit && last !== undefined ? blockText(last.block) : null,
  };
}
