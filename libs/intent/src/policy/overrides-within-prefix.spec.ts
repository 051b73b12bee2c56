import { describe, expect, it } from '@jest/globals';
import { decideAction } from './decide-action.js';
import { defaultPolicy } from './default-policy.js';
import { judgementSketch } from './judgement-sketch.js';
import { type OperatorOverride } from './operator-override.js';
import { type Policy } from './policy.js';
import { unknownCircumstances } from './unknown-circumstances.js';

const NOW = 1_800_000_000_000;
const prefix = judgementSketch({
  ...{ keyType: 'prefix', key: '2001:db8:0:1::/64', address: '2001:db8:0:1::7' },
  ...{ userAgent: 'x/1', site: 'shop.example', nature: 'undeclared_bot' },
  ...{ intent: { stance: 'malicious', class: 'OAT-011' }, score: 99, confidence: 0.99 },
  ...{ peopleSharing: 0, requests: 900, roles: [] },
});

function policyWith(override: Partial<OperatorOverride>): Policy {
  const usual = { action: 'allow', until: NOW + 1, by: 'ops', reason: 'a customer' } as const;
  const key = { keyType: 'address', key: '2001:db8:0:1::8' } as const;
  return { ...defaultPolicy, overrides: [{ ...key, ...usual, ...override }] };
}

const decided = (override: Partial<OperatorOverride>): string =>
  decideAction(prefix, policyWith(override), { ...unknownCircumstances, now: NOW }).action;

describe('what a person decided about an address', () => {
  it('holds against a verdict on its prefix', () => {
    expect(decided({})).toBe('monitor');
    expect(decided({ action: 'challenge' })).toBe('challenge');
    expect(decided({ keyType: 'address_user_agent', key: '2001:db8:0:1::8|x/1' })).toBe('monitor');
  });

  it('says nothing of other prefixes, and nothing when its time is over', () => {
    expect(decided({ key: '2001:db8:0:2::8' })).toBe('block');
    expect(decided({ until: NOW })).toBe('block');
  });
});
