import { describe, expect, it } from '@jest/globals';
import { JudgedVisitors } from '../verdicts/judged-visitors.js';
import { type VerdictLine } from '../verdicts/verdict-line.js';
import { compareVisitor } from './compared-visitor.js';
import { toLabel } from './parse-labels.js';

const harmless: Omit<VerdictLine, 'visitor' | 'addresses'> = {
  nature: 'human',
  verification: 'none',
  intent: { stance: 'benign', class: null },
  score: 1,
  confidence: 0.9,
  action: 'allow',
  campaign: null,
  first_seen: '2025-03-03T04:00:00.000Z',
  last_seen: '2025-03-03T04:00:00.000Z',
  requests: 10,
  evidence: [],
};
const malicious = {
  nature: 'undeclared_bot',
  intent: { stance: 'malicious', class: 'OAT-008' },
  action: 'block',
};

function judged(...lines: [key: string, opinion?: object][]): JudgedVisitors {
  const visitors = new JudgedVisitors();
  for (const [key, opinion] of lines) {
    const type = key.includes('|') ? 'address_user_agent' : 'address';
    const addresses = [key.split('|')[0] ?? ''];
    visitors.add({ ...harmless, ...opinion, visitor: { type, value: key }, addresses });
  }
  return visitors;
}

const label = (visitor: string, extra: Record<string, string> = {}): ReturnType<typeof toLabel> =>
  toLabel({ visitor, label: 'human', ...extra });

describe(compareVisitor.name, () => {
  it('compares an address with the line of the address', () => {
    const visitors = judged(['192.0.2.1', malicious], ['192.0.2.2']);
    expect(compareVisitor(label('192.0.2.1'), visitors)).toMatchObject({
      condemned: true,
      blocked: true,
      requests: 10,
    });
    expect(compareVisitor(label('192.0.2.2'), visitors)).toMatchObject({
      condemned: false,
      blocked: false,
    });
  });

  it('finds an address condemned when a user agent behind it was, in its stead', () => {
    const visitors = judged(['192.0.2.1'], ['192.0.2.1|curl', malicious]);
    expect(compareVisitor(label('192.0.2.1'), visitors).condemned).toBe(true);
  });

  it('finds an address, or its user agent, condemned for what it called as an API client', () => {
    const visitors = judged(['192.0.2.1'], ['192.0.2.2'], ['192.0.2.2|axios/1.7']);
    for (const address of ['192.0.2.1', '192.0.2.2']) {
      const visitor = { type: 'api_sub_visitor', value: `tpp-1|${address} axios/1.7` };
      const line = { ...harmless, ...malicious, visitor, addresses: [address] };
      visitors.addCaller('axios/1.7', line);
    }
    const found = (visitor: string): boolean => compareVisitor(label(visitor), visitors).condemned;
    expect(found('192.0.2.1')).toBe(true);
    expect(found('192.0.2.2|axios/1.7')).toBe(true);
    expect(found('192.0.2.2|Mozilla')).toBe(false);
  });

  it('finds whoever came from a prefix that was condemned as a whole', () => {
    const inside = '2001:db8:0:1::7';
    const outside = '2001:db8:0:2::7';
    const visitors = judged([inside], [`${inside}|Mozilla`], [outside]);
    const visitor = { type: 'prefix', value: '2001:db8:0:1::/64' };
    visitors.addPrefix({ ...harmless, ...malicious, requests: 900, visitor, addresses: [inside] });
    const met = { condemned: true, blocked: true, requests: 10 };
    expect(compareVisitor(label(inside), visitors)).toMatchObject(met);
    expect(compareVisitor(label(`${inside}|Mozilla`), visitors)).toMatchObject(met);
    expect(compareVisitor(label(outside), visitors).condemned).toBe(false);
    expect(compareVisitor(label('2001:db8:0:1::8'), visitors).judged).toBeUndefined();
  });

  it('compares a user agent with its own line, and counts a block of the whole address that its requests met', () => {
    const visitors = judged(
      ['192.0.2.1', malicious],
      ['192.0.2.1|Mozilla'],
      ['192.0.2.1|Safari'],
      ['192.0.2.1|curl', malicious],
    );
    visitors.addEnforced({ address: '192.0.2.1', agent: 'Mozilla', blocked: 1, hindered: 2 });
    visitors.addEnforced({ address: '192.0.2.1', agent: 'Safari', blocked: 0, hindered: 2 });
    expect(compareVisitor(label('192.0.2.1|Mozilla'), visitors)).toMatchObject({
      condemned: false,
      blocked: true,
      hindered: false,
    });
    expect(compareVisitor(label('192.0.2.1|Safari'), visitors)).toMatchObject({
      condemned: false,
      blocked: false,
      hindered: true,
    });
  });

  it('leaves a person alone when only the neighbour behind the address is blocked', () => {
    const visitors = judged(['192.0.2.1'], ['192.0.2.1|Mozilla'], ['192.0.2.1|curl', malicious]);
    expect(compareVisitor(label('192.0.2.1|Mozilla'), visitors)).toMatchObject({
      condemned: false,
      blocked: false,
    });
  });

  it('falls back to the address where the user agent was not judged apart', () => {
    const visitors = judged(['192.0.2.1', malicious]);
    expect(compareVisitor(label('192.0.2.1|curl'), visitors).condemned).toBe(true);
  });

  it('asks only what its requests met where the user agent was too quiet to be judged among others', () => {
    const visitors = judged(['192.0.2.1', malicious], ['192.0.2.1|curl', malicious]);
    expect(compareVisitor(label('192.0.2.1|-'), visitors).blocked).toBe(false);
    visitors.addEnforced({ address: '192.0.2.1', agent: '', blocked: 1, hindered: 0 });
    expect(compareVisitor(label('192.0.2.1|-'), visitors).blocked).toBe(true);
  });

  it('finds a user agent by a part of it', () => {
    const visitors = judged(
      ['192.0.2.1'],
      ['192.0.2.1|Mozilla'],
      ['192.0.2.1|DirBuster-1.0', malicious],
    );
    const found = (part: string): boolean =>
      compareVisitor(label('192.0.2.1', { user_agent_contains: part }), visitors).condemned;
    expect([found('DirBuster'), found('Mozilla')]).toEqual([true, false]);
  });

  it('counts an impostor as condemned, and challenge as hindrance', () => {
    const visitors = judged(['192.0.2.1', { nature: 'impostor', action: 'challenge' }]);
    expect(compareVisitor(label('192.0.2.1'), visitors)).toMatchObject({
      condemned: true,
      blocked: false,
      hindered: true,
    });
  });

  it('knows a visitor that the log never showed', () => {
    expect(compareVisitor(label('192.0.2.9'), judged())).toMatchObject({
      judged: undefined,
      condemned: false,
      requests: 0,
    });
  });

  it('believes the label about the number of requests', () => {
    const visitors = judged(['192.0.2.1']);
    expect(compareVisitor(label('192.0.2.1', { requests: '61' }), visitors).requests).toBe(61);
  });
});
