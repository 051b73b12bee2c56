import { type VerdictMessage } from '../verdict-message.js';

/** A verdict on one address, in force from noon of 2026-03-01 for an hour, but for what is given. */
export function verdictMessage(but: Partial<VerdictMessage> = {}): VerdictMessage {
  return {
    schema_version: '1.0',
    verdict_id: '5d0e6a8e-98a1-8c3b-9f3c-6f1e5c3f7a10',
    revision: 1,
    tenant: 'default',
    site: '*',
    subject: {
      type: 'address',
      value: '192.0.2.7',
      parts: { address: '192.0.2.7' },
      ip_version: 4,
      enforce_as: ['192.0.2.7/32'],
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
      parameters: {
        from: Date.parse('2026-02-28T12:00:00.000Z'),
        to: Date.parse('2026-03-01T12:00:00.000Z'),
        key_type: 'address',
        key: '192.0.2.7',
        address: '192.0.2.7',
      },
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
