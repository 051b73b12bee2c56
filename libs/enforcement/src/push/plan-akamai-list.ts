import { blockText, parseBlock } from '../capacity/address-block.js';
import { type AddressEntry } from '../capacity/address-entry.js';

/** A network list as the API gives it. */
export interface AkamaiList {
  /** Goes up with every change; a change that names an older one is refused with 409. */
  readonly syncPoint: number;
  readonly elements: readonly string[];
  /** Of the network that is to enforce it. */
  readonly activation: 'active' | 'pending' | 'inactive';
}

export type AkamaiRequest =
  | { readonly kind: 'replace'; readonly syncPoint: number; readonly elements: readonly string[] }
  | { readonly kind: 'activate' };

/**
 * The whole list where it differs, then its activation: until then the network enforces the list as it was. While an
 * activation is under way nothing is sent, since another cannot start; the next cycle looks again.
 */
export function planAkamaiList(list: AkamaiList, wanted: readonly AddressEntry[]): AkamaiRequest[] {
  if (list.activation === 'pending') return [];
  const elements = wanted.map(({ block }) => elementText(blockText(block)));
  const held = new Set(list.elements.map(canonicalElement));
  const isSame = held.size === elements.length && elements.every((element) => held.has(element));
  if (isSame) return list.activation === 'active' ? [] : [{ kind: 'activate' }];
  return [{ kind: 'replace', syncPoint: list.syncPoint, elements }, { kind: 'activate' }];
}

/** Single addresses are written without the length of a prefix. */
function elementText(cidr: string): string {
  return cidr.replace(/(?<=\.\d{1,3})\/32$|(?<=:.*)\/128$/, '');
}

function canonicalElement(element: string): string {
  const block = parseBlock(element);
  return block === null ? element : elementText(blockText(block));
}
