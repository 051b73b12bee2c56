import { type ThreatClass } from '../threats/threat-class.js';
import { type CampaignKind } from './campaign-kind.js';

/** Which automated threat a crowd that does this is, by the OWASP Automated Threat Handbook 1.3. */
export const campaignThreat: Readonly<Record<CampaignKind, ThreatClass>> = {
  login: 'OAT-008',
  register: 'OAT-019',
  reset: 'OAT-007',
  otp: 'OAT-003',
  coupon: 'OAT-002',
  payment: 'OAT-001',
  payee: 'OAT-012',
  consent: 'OAT-019',
  token: 'OAT-007',
  accounts: 'OAT-011',
  aggregation: 'OAT-020',
  contribution: 'OAT-017',
  vote: 'OAT-016',
  bid: 'OAT-013',
  cart: 'OAT-021',
  holding: 'OAT-021',
  checkout: 'OAT-005',
  challenge: 'OAT-009',
  search: 'OAT-011',
  reading: 'OAT-011',
  calling: 'OAT-011',
  probing: 'OAT-018',
  mapping: 'OAT-018',
  collecting: 'OAT-011',
};
