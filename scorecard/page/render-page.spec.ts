import { describe, expect, it } from '@jest/globals';
import { makePage } from '../make-page.js';
import { type ScoredSet } from '../score-data-set.js';
import { type ScoredVisitor } from '../scoring/scored-visitor.js';
import { renderPage } from './render-page.js';

const nothing = { isFlagged: false, delay: null };
const visitor = (side: ScoredVisitor['side'], isFlagged: boolean, more = {}): ScoredVisitor => ({
  visitor: '192.0.2.77',
  side,
  label: side,
  class: 'credential_attack',
  kind: 'a|kind',
  evasion: 'naive',
  requests: 40,
  calledAs: 'OAT-008',
  isNamed: isFlagged,
  isBlocked: false,
  opinions: {
    wherefore: { isFlagged, delay: isFlagged ? { seconds: 7_200, requests: 3 } : null },
    user_agents: nothing,
    thresholds: nothing,
    isolation_forest: nothing,
  },
  ...more,
});

const scored = (name: string, visitors: readonly ScoredVisitor[], more = {}): ScoredSet => ({
  set: {
    name,
    about: '',
    origin: 'recorded',
    logs: [],
    labels: undefined,
    question: 'malicious',
    isPooled: true,
    isFitted: false,
    arguments: [],
    isQuick: false,
    ...more,
  },
  variant: 'plain',
  visitors,
  isCached: false,
});

const facts = { command: 'npm run scorecard', commit: 'abc', stepMinutes: 240, failed: [] };
const attack = [visitor('bad', true), visitor('bad', true), visitor('bad', false)];

describe(renderPage.name, () => {
  const page = makePage(
    [
      scored('talmedos-2023', [...attack, visitor('person', true)]),
      scored('certh-clean', attack, { isPooled: false }),
    ],
    { ...facts, absent: ['lost-set'] },
  );
  const outcomeOf = (what: string): string | undefined =>
    page.targets.find((one) => one.what === what)?.outcome;

  it('says which targets are reached, which are missed, and which nothing was measured for', () => {
    expect(outcomeOf('talmedos-2023, plain: recall of bad bots')).toBe('reached');
    expect(outcomeOf('talmedos-2023, plain: recall of the credential attack')).toBe('missed');
    expect(outcomeOf('recorded, plain: people called malicious')).toBe('missed');
    expect(outcomeOf('simulated, plain: F1')).toBe('not_measured');
  });

  it('counts the sets of an origin together, a set that repeats another one aside', () => {
    expect(page.pooled.map(({ name, figures }) => [name, figures.wherefore.recall.of])).toEqual([
      ['recorded', 3],
    ]);
  });

  it('prints one page: figures with intervals, delays, who was accused, what is absent, and no visitor', () => {
    const text = renderPage(page);
    expect(text).toContain('Absent, and not judged: lost-set.');
    expect(text).toMatch(/talmedos-2023, plain \| \*\*Wherefore\*\* \| 66\.7 % \(2\/3\) 21–94/);
    expect(text).toContain('| 2.0 h |');
    expect(text).toContain('| a kind |');
    expect(text).not.toContain('192.0.2.77');
    expect(JSON.stringify(page)).not.toContain('192.0.2.77');
  });
});
