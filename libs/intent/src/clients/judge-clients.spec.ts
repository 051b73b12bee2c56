import { describe, expect, it } from '@jest/globals';
import { actionFor } from '../policy/decide-action.js';
import { defaultPolicy } from '../policy/default-policy.js';
import { type ClientObservations } from './client-observations.js';
import { judgeClients } from './judge-clients.js';
import { spareSharedCallers } from './spare-shared-callers.js';
import { type SubVisitor } from './sub-visitor.js';
import { clientWith, contextWith, subVisitorWith } from './testing/ordinary-client.js';
import { judgeSubVisitor } from './judge-sub-visitor.js';

const walker = (n: number): SubVisitor =>
  subVisitorWith({
    value: `walker-${n}`,
    requests: 40,
    clientErrors: 40,
    accountCalls: 40,
    accountCallsRefused: 40,
    accounts: 40,
    accountsRefused: 40,
    refusedCalls: 40,
  });

function observed(
  walkers: number,
  behind: number,
  changes: Partial<ClientObservations> = {},
): ClientObservations {
  const bad = 40 * walkers;
  const others = Array.from({ length: 20 }, (_, n) => clientWith({ client: `peer-${n}` }));
  const client = clientWith({
    subVisitors: behind,
    accountCallsRefused: 40 + bad,
    clientErrors: 60 + bad,
  });
  return {
    clients: [client, ...others],
    subVisitors: Array.from({ length: walkers }, (_, n) => walker(n)),
    habits: contextWith().habits,
    history: [],
    unattended: [],
    customers: [],
    callers: [],
    ...changes,
  };
}

describe('judgeClients', () => {
  it('holds a deviation against those behind the client first', () => {
    const { reports, clients } = judgeClients(observed(30, 400));
    expect(clients).toEqual([]);
    expect(reports[0]?.suspects).toHaveLength(30);
    expect(reports[0]?.suspiciousRequests).toBe(1_200);
    expect(reports[0]?.ratios.find(({ ratio }) => ratio === 'refusal_share')).toMatchObject({
      deviates: true,
      explained: true,
    });
  });

  it('condemns a client only where nearly everybody behind it is malicious, and watches it even then', () => {
    const { clients, reports } = judgeClients(observed(58, 60));
    const [judgement] = clients;
    if (judgement === undefined) throw new Error('nearly all are malicious');
    expect(judgement.intent).toEqual({ stance: 'malicious', class: 'OAT-020' });
    expect(reports[0]?.stance).toBe('malicious');
    expect(actionFor(judgement, defaultPolicy)).toBe('monitor');
    const strict = { ...defaultPolicy, enforceOnApiClients: true };
    expect(actionFor(judgement, strict)).not.toBe('monitor');
  });

  it('says what is wrong with the address of customers that a client hands on', () => {
    const unattended = [
      {
        client: 'PSDXX-TEST-1',
        consents: 9,
        accesses: 50,
        consentsInBreach: 1,
        breaches: 3,
        clearBreaches: 2,
        worst: [],
      },
    ];
    const customers = [
      {
        client: 'PSDXX-TEST-1',
        addresses: 3,
        calls: 100,
        topCalls: 90,
        topPeople: 40,
        ofServers: 90,
        privately: 10,
      },
    ];
    const { reports } = judgeClients(observed(0, 400, { unattended, customers }));
    expect(reports[0]?.customerAddress?.findings).toEqual([
      'the same for many people in 90 % of the calls',
      'private in 10 % of the calls',
      'that of a server in 90 % of the calls',
    ]);
    expect(reports[0]?.reasons[0]).toContain('2 unattended accesses above the limit');
    expect(reports[1]?.customerAddress).toBeNull();
  });
});

describe('spareSharedCallers', () => {
  const judgement = {
    ...judgeSubVisitor(walker(1), contextWith()),
    keyType: 'address' as const,
    key: '185.1.2.3',
  };
  const spare = spareSharedCallers([
    { address: '185.1.2.3', userAgent: 'provider/1', people: 40, requests: 900 },
    { address: '185.1.2.4', userAgent: 'curl/8', people: 0, requests: 40 },
  ]);

  it('leaves the servers of a client alone', () => {
    expect(spare(judgement)).toMatchObject({ peopleSharing: 40, intent: { stance: 'unknown' } });
  });

  it('spares nobody who serves nobody', () => {
    const other = { ...judgement, key: '185.1.2.4' };
    expect(spare(other)).toBe(other);
  });
});
