import { type VerdictMessage } from '../verdict-message.js';

/**
 * Whether the message says that neither people nor verified bots were seen at the visitor's address in the last
 * 24 hours. Of its neighbours in the /64 it says nothing: that those are the same customer is an assumption,
 * after RFC 6177 and RIPE-690, by which a customer gets a /64 at least. A message that does not say is not
 * believed to.
 */
export function isAloneAtItsAddress({ blast_radius: reach }: VerdictMessage): boolean {
  return reach?.address_only.people === 0 && reach.address_only.verified_bots === 0;
}
