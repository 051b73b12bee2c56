import { describe, expect, it } from '@jest/globals';
import { estateWith } from '../testing/ordinary-estate.js';
import { visitorFrom, type VisitorSketch } from '../testing/ordinary-visitor.js';
import { judgeAddress } from './judge-address.js';
import { actionFor } from '../policy/decide-action.js';
import { defaultPolicy } from '../policy/default-policy.js';

const person: VisitorSketch = {
  features: {
    keyType: 'address_user_agent',
    userAgent: 'Person',
    requests: 60,
    pages: 6,
    assets: 50,
    referredAssets: 50,
    referredPages: 6,
  },
};
const scanner: VisitorSketch = {
  features: {
    keyType: 'address_user_agent',
    userAgent: 'Scanner',
    requests: 600,
    probes: { exploit: 30, injection: 90 },
  },
};
const together = (requests: number): VisitorSketch => ({
  features: { requests, userAgents: 2, pages: 6, probes: { exploit: 30, injection: 90 } },
  identity: { agentKind: 'mixed' },
});

function judge(address: VisitorSketch, ...agents: VisitorSketch[]): string[] {
  const estate = estateWith({});
  return judgeAddress(visitorFrom(address), agents.map(visitorFrom), estate).map(
    (judgement) => `${judgement.intent.stance} ${actionFor(judgement, defaultPolicy)}`,
  );
}

it('challenges an address of which too little was seen to tell whether people share it', () => {
  const oneShot = (requests: number): string => {
    const features = { requests, probes: { exploit: 1, sensitive_file: 1 } };
    const [judgement] = judgeAddress(visitorFrom({ features }), [], estateWith({}));
    return judgement === undefined ? '' : actionFor(judgement, defaultPolicy);
  };
  expect(oneShot(2)).toBe('challenge');
  expect(oneShot(60)).toBe('block');
});

it('challenges who is condemned only by the company it keeps', () => {
  const campaign = {
    id: 'logins',
    threat: 'OAT-008' as const,
    kind: 'login' as const,
    site: 'shop.example',
    cell: 'crowd',
    observed: 300,
    expected: 1,
    membership: 0.99,
    traits: 'opening no page',
    firstSeen: 0,
    lastSeen: 0,
    start: 0,
    phases: [],
  };
  const member = visitorFrom({
    features: { requests: 3, posts: 3, loginAttempts: 2, loginFailures: 2, loginCell: 'crowd' },
  });
  const [judgement] = judgeAddress(member, [], estateWith({ campaigns: [campaign] }));
  expect(judgement?.confidence).toBeGreaterThan(0.9);
  expect(judgement === undefined ? '' : actionFor(judgement, defaultPolicy)).toBe('challenge');
});

describe('scope', () => {
  it('blocks the address when nobody else would be hit', () => {
    expect(judge(together(600), scanner)).toEqual(['malicious block', 'malicious block']);
  });

  it('spares an address that a person shares and blocks the guilty user agent', () => {
    expect(judge(together(660), person, scanner)).toEqual([
      'malicious monitor',
      'benign allow',
      'malicious block',
    ]);
  });

  it('calls nobody an impostor at an address that is evidently a proxy', () => {
    const crawler: VisitorSketch = {
      features: { keyType: 'address_user_agent', userAgent: 'Googlebot', requests: 20, pages: 20 },
      identity: {
        agentKind: 'crawler',
        crawler: { name: 'Googlebot', operator: 'Google', purpose: 'search_indexing' },
        impostor: true,
      },
    };
    expect(judge(together(30), crawler, person)[1]).toBe('malicious challenge');
    expect(judge({}, crawler, person, person, person)[1]).toBe('benign allow');
  });

  it('does not call an address malicious whose requests are mostly other people’s', () => {
    expect(judge(together(2_000), person, scanner)[0]).toBe('unknown monitor');
  });

  it('tells people with the same browser apart by their sessions', () => {
    const session = (key: string, sketch: VisitorSketch): VisitorSketch => ({
      ...sketch,
      features: { ...sketch.features, keyType: 'session', key },
    });
    const mixed = { features: { requests: 660, pages: 6, probes: { exploit: 30, injection: 90 } } };
    expect(judge(mixed, session('a', person), session('b', scanner))).toEqual([
      'malicious monitor',
      'benign allow',
      'malicious block',
    ]);
  });

  it('spares people in sessions from the attacker at their address who keeps none', () => {
    const session: VisitorSketch = {
      features: { ...person.features, keyType: 'session', requests: 600 },
    };
    const mixed = { features: { requests: 660, pages: 6, probes: { exploit: 30, injection: 90 } } };
    expect(judge(mixed, session)[0]).toBe('unknown monitor');
    expect(judge({ features: { ...mixed.features, requests: 2_000 } }, session)[0]).toBe(
      'malicious monitor',
    );
  });
});

it('takes the sessions that a tool begins anew for each deed for its own, not for people', () => {
  const login = { pages: 1, referredPages: 1, loginAttempts: 1, loginSuccesses: 1, accounts: 1 };
  const sessions = ['a', 'b', 'c', 'd', 'e'].map((key): VisitorSketch => ({
    features: { ...login, keyType: 'session', key, requests: 4, posts: 1, sessions: 1 },
  }));
  const aggregator: VisitorSketch = {
    features: {
      requests: 20,
      posts: 5,
      sessions: 5,
      loginAttempts: 5,
      loginSuccesses: 5,
      accounts: 5,
      accountReads: 15,
      accountPaths: 10,
    },
  };
  expect(judge(aggregator, ...sessions)[0]).toMatch(/^malicious (challenge|block)/);
});
