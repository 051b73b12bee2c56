import { type VerdictMessage } from '#libs/enforcement';

/** A verdict on an address or block, in force for an hour from noon of 2026-03-01 but for what is given. */
export function verdictOn(cidr: string, but: Partial<VerdictMessage> = {}): VerdictMessage {
  const [address = ''] = cidr.split('/');
  const version = address.includes(':') ? 6 : 4;
  return {
    schema_version: '1.0',
    verdict_id: `id-${cidr}`,
    revision: 1,
    tenant: 'default',
    site: '*',
    subject: {
      type: cidr.endsWith('/32') || cidr.endsWith('/128') ? 'address' : 'prefix',
      value: address,
      parts: { address },
      ip_version: version,
      enforce_as: [cidr],
    },
    match: null,
    action: 'block',
    mode: 'enforce',
    intent: { stance: 'malicious', oat: ['OAT-008'], confidence: 0.98 },
    actor: { class: 'undeclared_bot', verification: 'none' },
    risk_score: 98,
    campaign: null,
    reasons: [],
    evidence: {
      query: 'visitor_features@2',
      snapshot: 'snapshot-1',
      window_start: '2026-02-28T12:00:00.000Z',
      window_end: '2026-03-01T12:00:00.000Z',
      parameters: { from: 0, to: 1, key_type: 'address', key: address, address },
      requests: 120,
      first_seen: '2026-03-01T10:00:00.000Z',
      last_seen: '2026-03-01T11:59:00.000Z',
    },
    issued_at: '2026-03-01T12:00:00.000Z',
    expires_at: '2026-03-01T13:00:00.000Z',
    ttl_seconds: 3_600,
    model: { name: 'log-odds', version: 'assumed-1' },
    policy: { name: 'default', version: '1' },
    ...but,
  };
}
