import { type VerdictMessage } from '#libs/enforcement';
import { verdictMessage } from '../../../libs/enforcement/src/testing/verdict-message.js';

/** A verdict on an address or block, in force for an hour from noon of 2026-03-01 but for what is given. */
export function verdictOn(cidr: string, but: Partial<VerdictMessage> = {}): VerdictMessage {
  const [address = ''] = cidr.split('/');
  const isSingle = cidr.endsWith('/32') || cidr.endsWith('/128');
  return verdictMessage({
    verdict_id: `id-${cidr}`,
    subject: {
      type: isSingle ? 'address' : 'prefix',
      value: address,
      parts: { address },
      ip_version: address.includes(':') ? 6 : 4,
      enforce_as: [cidr],
    },
    ...but,
  });
}
