import { describe, expect, it } from '@jest/globals';
import { toLabel } from '../labels/parse-labels.js';
import { labelledVisitors } from './labelled-visitors.js';
import { SeenEvidence, type SeenVisitor } from './seen-evidence.js';

const seen = (
  key: string,
  requests: number,
  strengths: SeenVisitor['strengths'] = {},
): SeenVisitor => ({
  type: key.includes('|') ? 'address_user_agent' : 'address',
  key,
  address: key.split('|')[0] ?? '',
  requests,
  strengths,
});

function evidenceOf(...visitors: SeenVisitor[]): SeenEvidence {
  const evidence = new SeenEvidence();
  for (const visitor of visitors) evidence.add(visitor);
  return evidence;
}

const label = (visitor: string, name: string, labelClass = ''): ReturnType<typeof toLabel> =>
  toLabel({ visitor, label: name, class: labelClass });

const LOG = { name: 'log', family: 'log' };

describe(labelledVisitors.name, () => {
  it('takes the fullest look at a visitor', () => {
    const evidence = evidenceOf(
      seen('192.0.2.1', 40, { nature: { STEADY_RHYTHM: 1.2 } }),
      seen('192.0.2.1', 3, { nature: { AGENT_EMPTY: 1 } }),
    );
    const [row] = labelledVisitors(LOG, [label('192.0.2.1', 'bad_bot')], evidence);
    expect(row).toMatchObject({
      question: 'nature',
      isTrue: true,
      requests: 40,
      group: 'log 192.0.2.1',
    });
    expect([...(row?.strengths ?? [])]).toEqual([['STEADY_RHYTHM', 1.2]]);
  });

  it('asks about every threat where the label says what for, and not about those it may mean as well', () => {
    const rows = labelledVisitors(
      LOG,
      [label('192.0.2.1', 'bad_bot', 'vuln_scan')],
      evidenceOf(seen('192.0.2.1', 9)),
    );
    const asked = rows.filter(({ question }) => question !== 'nature');
    expect(asked.filter(({ isTrue }) => isTrue).map(({ question }) => question)).toEqual([
      'OAT-014',
    ]);
    expect(asked.map(({ question }) => question)).not.toContain('OAT-018');
    expect(asked.map(({ question }) => question)).toContain('OAT-011');
  });

  it('counts people as there for no threat, and asks only their nature of bots nobody accuses or excuses', () => {
    const evidence = evidenceOf(seen('192.0.2.1', 9), seen('192.0.2.2', 9));
    const people = labelledVisitors(LOG, [label('192.0.2.1', 'human')], evidence);
    expect(people.length).toBeGreaterThan(5);
    expect(people.some(({ isTrue }) => isTrue)).toBe(false);
    expect(labelledVisitors(LOG, [label('192.0.2.2', 'neutral_bot')], evidence)).toHaveLength(1);
  });

  it('leaves out self, unknown, the unseen, and an address that stands for many where one is meant', () => {
    const evidence = evidenceOf(seen('192.0.2.1', 90), seen('192.0.2.1|curl', 9));
    const labels = [
      label('192.0.2.1', 'self'),
      label('192.0.2.1', 'unknown'),
      label('192.0.2.9', 'human'),
      label('192.0.2.1|Mozilla', 'human'),
    ];
    expect(labelledVisitors(LOG, labels, evidence)).toEqual([]);
    const [agent] = labelledVisitors(LOG, [label('192.0.2.1|curl', 'bad_bot')], evidence);
    expect(agent?.requests).toBe(9);
  });
});
