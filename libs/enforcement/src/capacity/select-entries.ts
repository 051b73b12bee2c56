import { type Action } from '#libs/intent';
import { type VerdictMessage } from '../verdict-message.js';
import { type AddressBlock, blockAround, blockText, parseBlock } from './address-block.js';
import { type AddressEntry } from './address-entry.js';
import { isAloneAtItsAddress } from './is-alone-at-its-address.js';

/** Which verdicts a target takes, and in which shape. */
export interface Selection {
  readonly actions: readonly Action[];
  /** Hosts that stand behind the target alone; a verdict on any other host is not for it. `*` always is. */
  readonly sites: readonly string[];
  /** The longest IPv6 prefix that the target takes. */
  readonly longestIpv6: 64 | 128;
  /** Whether an IPv6 address may be widened to its /64 where the target takes nothing longer. */
  readonly widenIpv6: 'never' | 'when_alone' | 'always';
  /** Why a block must not be exported, in one word; null where it may. Asked last, of the block as it would be sent. */
  readonly guard: (cidr: string) => string | null;
}

export interface Selected {
  readonly entries: readonly AddressEntry[];
  /** How many verdicts of the target's actions were left out, by reason. */
  readonly leftOut: ReadonlyMap<string, number>;
}

/** What of the verdicts in force a target may load. Leaves out whatever an address list cannot say safely. */
export function selectEntries(messages: readonly VerdictMessage[], selection: Selection): Selected {
  const entries: AddressEntry[] = [];
  const leftOut = new Map<string, number>();
  for (const message of messages) {
    if (!selection.actions.includes(message.action)) continue;
    const reason = whyNot(message, selection) ?? take(message, selection, entries);
    if (reason !== null) leftOut.set(reason, (leftOut.get(reason) ?? 0) + 1);
  }
  return { entries, leftOut };
}

function whyNot(message: VerdictMessage, { sites }: Selection): string | null {
  const { mode, site, match, subject, actor } = message;
  if (mode !== 'enforce') return 'simulated';
  if (actor.class === 'verified_bot') return 'verified_bot';
  if (match !== null || subject.enforce_as.length === 0) return 'narrower_than_addresses';
  return site === '*' || sites.includes(site) ? null : 'other_site';
}

/** Adds all blocks of the verdict, or none and says why. */
function take(
  message: VerdictMessage,
  selection: Selection,
  entries: AddressEntry[],
): string | null {
  const blocks: AddressBlock[] = [];
  for (const cidr of message.subject.enforce_as) {
    const block = parseBlock(cidr);
    if (block === null) return 'no_address';
    const sent = asSent(block, message, selection);
    if (sent === null) return 'ipv6_longer_than_64';
    const refused = selection.guard(blockText(sent));
    if (refused !== null) return refused;
    blocks.push(sent);
  }
  entries.push(...blocks.map((block) => entryOf(block, message)));
  return null;
}

function asSent(
  block: AddressBlock,
  message: VerdictMessage,
  { longestIpv6, widenIpv6 }: Selection,
): AddressBlock | null {
  if (block.version === 4 || block.bits <= longestIpv6) return block;
  const may =
    widenIpv6 === 'always' || (widenIpv6 === 'when_alone' && isAloneAtItsAddress(message));
  return may ? blockAround(block, longestIpv6) : null;
}

function entryOf(block: AddressBlock, message: VerdictMessage): AddressEntry {
  const { action, risk_score: score, evidence, expires_at: expiresAt, intent } = message;
  return {
    block,
    action,
    score,
    requests: evidence.requests,
    expiresAt: expiresAt === null ? null : Date.parse(expiresAt),
    threat: intent.oat[0] ?? '',
  };
}
