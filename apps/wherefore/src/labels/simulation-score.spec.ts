import { describe, expect, it } from '@jest/globals';
import { type ComparedVisitor } from './compared-visitor.js';
import { simulationScore } from './simulation-score.js';
import { toLabel } from './parse-labels.js';

function visitors(
  count: number,
  label: string,
  purpose: string,
  opinion: Partial<ComparedVisitor> & { named?: string } = {},
): ComparedVisitor[] {
  const { named = null, ...rest } = opinion;
  const visitor = { type: 'address', value: '192.0.2.1' };
  const intent = { stance: rest.condemned ? 'malicious' : 'unknown', class: named };
  const opinionOfIt = { nature: 'unknown', intent, score: 0, action: 'monitor', campaign: null };
  const judged = { visitor, ...opinionOfIt, evidence: [], requests: 5 };
  return Array.from({ length: count }, () => ({
    label: toLabel({ visitor: '192.0.2.1', label, class: purpose, kind: `${purpose}_kind` }),
    judged,
    condemned: false,
    blocked: false,
    hindered: false,
    detection: undefined,
    requests: 5,
    ...rest,
  }));
}

const hiding = (evasion: string, members: ComparedVisitor[]): ComparedVisitor[] =>
  members.map((visitor) => ({ ...visitor, label: { ...visitor.label, evasion } }));

describe(simulationScore.name, () => {
  it('divides what was rightly condemned by all condemned, and by all malicious', () => {
    const score = simulationScore([
      ...visitors(8, 'bad_bot', 'OAT-008', { condemned: true, named: 'OAT-008' }),
      ...visitors(1, 'bad_bot', 'OAT-008', { condemned: true, named: 'OAT-007' }),
      ...visitors(1, 'bad_bot', 'OAT-008'),
      ...visitors(1, 'human', 'browser', { condemned: true, blocked: true }),
      ...visitors(99, 'human', 'browser'),
    ]);
    expect(score).toMatchObject({
      precision: 0.9,
      recall: 0.9,
      malicious: 10,
      caught: 9,
      falseAlarms: 1,
    });
    expect(score.measured).toMatchObject([{ class: 'OAT-008', visitors: 10, caught: 9, named: 8 }]);
    expect(score.people).toMatchObject({ visitors: 100, blocked: 1, condemned: 1 });
    expect(score.people.named).toEqual(['192.0.2.1 (browser_kind)']);
  });

  it('counts every threat the product judges, with what logs show of it, in the handbook’s order', () => {
    const score = simulationScore([
      ...visitors(2, 'bad_bot', 'OAT-011', { condemned: true }),
      ...visitors(3, 'bad_bot', 'OAT-001'),
    ]);
    expect(score).toMatchObject({ precision: 1, recall: 0.4, malicious: 5 });
    expect(score.f1).toBeCloseTo(0.571, 3);
    expect(score.measured).toMatchObject([
      { class: 'OAT-001', visitors: 3, rate: 0, visibility: 'usable' },
      { class: 'OAT-011', visitors: 2, rate: 1, visibility: 'strong' },
    ]);
  });

  it('shows what is not judged apart: it costs no recall, and finding it is no false alarm', () => {
    const score = simulationScore([
      ...visitors(2, 'bad_bot', 'OAT-011', { condemned: true }),
      ...visitors(3, 'bad_bot', 'something_new'),
      ...visitors(1, 'bad_bot', 'something_new', { condemned: true }),
    ]);
    expect(score).toMatchObject({ precision: 1, recall: 1, malicious: 2 });
    expect(score.others).toMatchObject([
      { class: 'something_new', visitors: 4, caught: 1, rate: 0.25, visibility: null },
    ]);
  });

  it('counts a visitor of several threats in each of them, once in all', () => {
    const score = simulationScore(visitors(1, 'bad_bot', 'OAT-008;OAT-012', { condemned: true }));
    expect(score.measured.map(({ class: threat }) => threat)).toEqual(['OAT-008', 'OAT-012']);
    expect(score).toMatchObject({ malicious: 1, caught: 1 });
  });

  it('divides by how attackers hide, the open ones first', () => {
    const score = simulationScore([
      ...hiding('headless', visitors(2, 'bad_bot', 'OAT-011')),
      ...hiding('naive', visitors(4, 'bad_bot', 'OAT-008', { condemned: true })),
      ...hiding('naive', visitors(1, 'bad_bot', 'OAT-003')),
    ]);
    expect(score.levels).toMatchObject([
      { evasion: 'naive', visitors: 5, caught: 4, rate: 0.8 },
      { evasion: 'headless', visitors: 2, caught: 0, rate: 0 },
    ]);
  });

  it('leaves neutral machines out of the precision and shows what is done to them', () => {
    const score = simulationScore([
      ...visitors(1, 'bad_bot', 'OAT-011', { condemned: true }),
      ...visitors(1, 'neutral_bot', 'seo_crawler', { condemned: true, hindered: true }),
    ]);
    expect(score.precision).toBe(1);
    expect(score.neutralBots).toMatchObject({ visitors: 1, condemned: 1, hindered: 1 });
  });

  it('says null where there is nothing to divide by', () => {
    expect(simulationScore([])).toMatchObject({ precision: null, recall: null });
  });
});
