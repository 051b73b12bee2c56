import { blockText, parseBlock } from '#libs/enforcement';

/** An address or block as a target writes it, as this product does; as it is where it is neither. */
export function canonicalCidr(text: string): string {
  const block = parseBlock(text);
  return block === null ? text : blockText(block);
}
