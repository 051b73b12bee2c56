import { type VerdictMessage } from '../verdict-message.js';

/** Where a message says it, whom else a WAF would hit that knows only addresses: visitors of the last 24 h. */
interface Reach {
  readonly blast_radius?: {
    readonly address_only?: { readonly people?: number; readonly verified_bots?: number } | null;
  } | null;
}

/**
 * Whether widening an IPv6 address to its /64 hits nobody else that is known: the message says that the
 * block's other visitors of the last 24 h include neither people nor verified bots. A message that does not
 * say is not believed to.
 */
export function isAloneInIts64(message: VerdictMessage & Reach): boolean {
  const reach = message.blast_radius?.address_only;
  return reach?.people === 0 && reach.verified_bots === 0;
}
