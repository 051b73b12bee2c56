import { blockText } from '../capacity/address-block.js';
import { type AddressEntry } from '../capacity/address-entry.js';
import { chunked } from './chunked.js';
import { listChange } from './list-change.js';

/** An ACL with what of it is ours. */
export interface FastlyAcl {
  readonly id: string;
  /** Blocks of the entries in it that somebody else made. */
  readonly foreign: readonly string[];
  readonly ours: readonly { readonly id: string; readonly cidr: string }[];
}

type FastlyChange =
  | { readonly op: 'delete'; readonly id: string }
  | {
      readonly op: 'create';
      readonly ip: string;
      readonly subnet: number;
      readonly negated: '0';
      readonly comment: string;
    };

/** One PATCH of the entries of an ACL. */
export interface FastlyPatch {
  readonly acl: string;
  readonly entries: readonly FastlyChange[];
}

/** Entries of one ACL, and changes in one PATCH: both 1,000 unless Fastly's support raised them. */
export const FASTLY_ACL_SIZE = 1_000;
const CHANGES_PER_PATCH = 1_000;

/** Spreads the entries over the ACLs. An entry stays where it is; newcomers fill the first ACLs with room. */
export function planFastlyAcls(
  acls: readonly FastlyAcl[],
  wanted: readonly AddressEntry[],
  comment: string,
): FastlyPatch[] {
  const { added } = listChange(
    acls.flatMap(({ ours }) => ours),
    wanted,
  );
  const newcomers = [...added];
  const seen = new Set<string>();
  return acls.flatMap(({ id, foreign, ours }) => {
    const { kept, removed } = listChange(ours, wanted);
    const twice = kept.filter(({ cidr }) => seen.size === seen.add(cidr).size);
    const room = FASTLY_ACL_SIZE - foreign.length - (kept.length - twice.length);
    const changes: FastlyChange[] = [
      ...[...removed, ...twice].map((one) => ({ op: 'delete', id: one.id }) as const),
      ...newcomers.splice(0, Math.max(0, room)).map((entry) => creation(entry, comment)),
    ];
    return chunked(changes, CHANGES_PER_PATCH).map((entries) => ({ acl: id, entries }));
  });
}

function creation({ block }: AddressEntry, comment: string): FastlyChange {
  const ip = blockText(block).replace(/\/\d+$/, '');
  return { op: 'create', ip, subnet: block.bits, negated: '0', comment };
}
