import { describe, expect, it } from '@jest/globals';
import { defaultPolicy } from '#libs/intent';
import { parsePolicy } from './load-policy.js';
import { SourcesError } from './sources-error.js';

const complaint = (text: string): string => {
  try {
    parsePolicy(text, 'policy.yaml');
    return '';
  } catch (error) {
    return error instanceof SourcesError ? error.message : String(error);
  }
};

describe('a policy file', () => {
  it('is the default policy where it says nothing but its version', () => {
    expect(parsePolicy('version: mine-1', '')).toEqual({ ...defaultPolicy, version: 'mine-1' });
  });

  it('says what to do, whom to spare and how much at once', () => {
    const policy = parsePolicy(
      `
version: mine-2
shared_keys: throttle
allow:
  addresses: [192.0.2.0/24, 2001:db8::/32]
  networks: [64496, AS64497]
  paths: [{ path: /webhooks/* }]
overrides:
  - { key: 'address/198.51.100.7', action: block, until: 2027-01-01T00:00:00Z, by: ops, reason: seen in an incident }
rules:
  - { name: logins, sites: ['*.shop.example'], roles: [login], classes: [OAT-008], confidence: 0.95, action: block }
  - { name: trial, classes: ['*'], action: challenge, mode: simulate }
protect:
  - { name: customers, succeeded_at: [login, checkout], within: 30d }
life: { first: 30m, longest: 12h }
limits: { total: 5000 }
`,
      '',
    );
    expect(policy.allow.networks).toEqual([64496, 64497]);
    expect(policy.rules.map(({ name, mode }) => `${name} ${mode}`)).toEqual([
      'logins enforce',
      'trial simulate',
    ]);
    expect(policy.overrides[0]).toMatchObject({ keyType: 'address', key: '198.51.100.7' });
    expect(policy).toMatchObject({ sharedKeys: 'throttle', firstExpiryMs: 1_800_000 });
    expect(policy.cohorts[0]).toMatchObject({ atMost: 'challenge', withinMs: 30 * 86_400_000 });
  });

  it('names every wrong setting by line and field at once, and never its value', () => {
    const message = complaint(
      [
        'versoin: secret-1',
        'allow:',
        '  addresses: [secret.example, 10.0.0.0/99]',
        'rules:',
        '  - name: logins',
        '    action: secret-2',
        '    confidence: 7',
        '  - name: logins',
        '    action: block',
        'life: { first: secret-3, longest: 1h }',
      ].join('\n'),
    );
    for (const part of [
      'policy.yaml:1: versoin: is no setting here',
      'version: is missing',
      'policy.yaml:3: allow.addresses[0]: must be an address or a block',
      'policy.yaml:3: allow.addresses[1]',
      'policy.yaml:6: rules[0].action: must be one of allow, monitor',
      'policy.yaml:7: rules[0].confidence: must be a number from 0 to 1',
      'policy.yaml:8: rules[1].name: is the name of another one',
      'policy.yaml:10: life.first: must be a length of time',
    ]) {
      expect(message).toContain(part);
    }
    expect(message).not.toContain('secret');
  });
});
