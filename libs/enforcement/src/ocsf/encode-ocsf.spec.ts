import { describe, expect, it } from '@jest/globals';
import { verdictMessage } from '../testing/verdict-message.js';
import { type LiftedMessage } from '../verdict-message.js';
import { encodeOcsf } from './encode-ocsf.js';

const reason = {
  code: 'LOGIN_FAILURES',
  text: '40 of 41 logins failed',
  weight: 3.2,
  value: 0.98,
  baseline: 0.1,
  features: ['loginFailures'],
  compared_with: [],
};

describe(encodeOcsf.name, () => {
  it('opens a finding with the first revision, updates it with later ones', () => {
    const finding = encodeOcsf(verdictMessage({ reasons: [reason] }));
    expect(finding).toMatchObject({
      class_uid: 2004,
      type_uid: 200_401,
      activity_id: 1,
      severity_id: 5,
      status_id: 2,
      is_alert: true,
      confidence_score: 98,
      finding_info: { uid: 'default/address/192.0.2.7', types: ['OAT-008'] },
      evidences: [{ src_endpoint: { ip: '192.0.2.7' }, data: { code: 'LOGIN_FAILURES' } }],
      observables: [{ type_id: 2, value: '192.0.2.7' }],
    });
    expect(encodeOcsf(verdictMessage({ revision: 2 }))).toMatchObject({ activity_id: 2 });
  });

  it('names a prefix as a subnet', () => {
    const key = '2001:db8:0:1::/64';
    const { subject } = verdictMessage();
    const ofPrefix = { ...subject, type: 'prefix' as const, value: key, parts: { prefix: key } };
    expect(encodeOcsf(verdictMessage({ subject: ofPrefix }))).toMatchObject({
      observables: [{ type_id: 12, value: key }],
    });
  });

  it('raises no alert for a simulated verdict', () => {
    expect(encodeOcsf(verdictMessage({ mode: 'simulate' }))).toMatchObject({
      is_alert: false,
      status_id: 3,
    });
  });

  it('closes the same finding when the verdict is lifted', () => {
    const { schema_version, verdict_id, tenant, issued_at, model, policy } = verdictMessage();
    const lifted: LiftedMessage = {
      ...{ schema_version, verdict_id, tenant, issued_at, model, policy },
      subject: { type: 'address', value: '192.0.2.7' },
      revision: 2,
      action: 'allow',
      lifted: true,
      cause: 'expired',
    };
    expect(encodeOcsf(lifted)).toMatchObject({
      activity_id: 3,
      status_id: 4,
      finding_info: { uid: 'default/address/192.0.2.7', desc: 'expired' },
    });
  });
});
