import { blockText, parseBlock } from '../capacity/address-block.js';
import { type AddressEntry } from '../capacity/address-entry.js';

/** An IP set as GetIPSet gives it. */
export interface AwsIpSet {
  readonly id: string;
  readonly name: string;
  readonly version: 4 | 6;
  readonly addresses: readonly string[];
  /** Changes with every update; an update with an older one is refused. */
  readonly lockToken: string;
}

/** One UpdateIPSet: the whole list of a set. */
export interface AwsIpSetUpdate {
  readonly id: string;
  readonly name: string;
  readonly lockToken: string;
  readonly addresses: readonly string[];
}

/** CIDR ranges in one IP set; "IP addresses per IP set" of the AWS WAF quotas, which cannot be raised. */
export const AWS_IP_SET_SIZE = 10_000;

/**
 * Spreads the entries over the sets of their version. An address stays in the set that holds it, newcomers fill
 * the first sets with room, and only sets whose content changes are updated: each update is a whole list and
 * one request of one a second.
 */
export function planAwsIpSets(
  sets: readonly AwsIpSet[],
  wanted: readonly AddressEntry[],
): AwsIpSetUpdate[] {
  return ([4, 6] as const).flatMap((version) =>
    planVersion(
      sets.filter((set) => set.version === version),
      wanted.filter(({ block }) => block.version === version).map(({ block }) => blockText(block)),
    ),
  );
}

function planVersion(sets: readonly AwsIpSet[], wanted: readonly string[]): AwsIpSetUpdate[] {
  const homeless = new Set(wanted);
  const contents = sets.map(({ addresses }) =>
    addresses.map(canonical).filter((address) => homeless.delete(address)),
  );
  const newcomers = [...homeless];
  for (const content of contents)
    content.push(...newcomers.splice(0, AWS_IP_SET_SIZE - content.length));
  return sets.flatMap(({ id, name, lockToken, addresses }, at) => {
    const content = contents[at] ?? [];
    const before = new Set(addresses.map(canonical));
    const isSame = content.length === addresses.length && content.every((one) => before.has(one));
    return isSame ? [] : [{ id, name, lockToken, addresses: content }];
  });
}

/** AWS WAF gives IPv6 back written out in full. */
function canonical(address: string): string {
  const block = parseBlock(address);
  return block === null ? address : blockText(block);
}
