import { describe, expect, it } from '@jest/globals';
import { type ComparedVisitor } from './compared-visitor.js';
import { evaluation } from './evaluation.js';
import { toLabel } from './parse-labels.js';

function visitor(
  address: string,
  label: string,
  requests: number,
  opinion: Partial<ComparedVisitor> = {},
): ComparedVisitor {
  const judged = {
    visitor: { type: 'address', value: address },
    nature: label === 'human' ? 'human' : 'undeclared_bot',
    intent: { stance: 'unknown', class: null },
    score: 60,
    action: 'monitor',
    campaign: null,
    evidence: [],
    requests,
  };
  const found = toLabel({ visitor: address, label, class: 'scan' });
  return {
    label: found,
    judged,
    condemned: false,
    blocked: false,
    hindered: false,
    detection: undefined,
    requests,
    ...opinion,
  };
}

describe(evaluation.name, () => {
  it('counts bad bots by visitor, by request, and among the busy ones', () => {
    const result = evaluation([
      visitor('192.0.2.1', 'bad_bot', 90, { condemned: true }),
      visitor('192.0.2.2', 'bad_bot', 30),
      visitor('192.0.2.3', 'bad_bot', 1),
    ]);
    expect(result.badBots).toMatchObject({
      visitors: 3,
      caught: 1,
      requests: 121,
      requestsCaught: 90,
    });
    expect(result.busyBadBots).toMatchObject({
      visitors: 2,
      caught: 1,
      rate: 0.5,
      requestRate: 0.75,
    });
    expect(result.classes).toMatchObject([{ class: 'scan', visitors: 3, caught: 1 }]);
  });

  it('tells how many by number of requests and by evasion, how precisely, and what they were called', () => {
    const hidden = visitor('192.0.2.1', 'bad_bot', 1, { condemned: true });
    const result = evaluation([
      { ...hidden, label: { ...hidden.label, evasion: 'rotating' } },
      visitor('192.0.2.2', 'bad_bot', 4),
      visitor('192.0.2.3', 'bad_bot', 5, { condemned: true }),
      visitor('192.0.2.4', 'human', 5, { condemned: true }),
    ]);
    expect(result.byRequests.map(({ from, visitors, caught }) => [from, visitors, caught])).toEqual(
      [
        [1, 1, 1],
        [2, 1, 0],
        [5, 1, 1],
        [30, 0, 0],
      ],
    );
    expect(result.byEvasion).toMatchObject({ rotating: { visitors: 1, caught: 1 } });
    expect(result.precision).toBeCloseTo(2 / 3);
    expect(result.f1).toBeCloseTo(2 / 3);
    expect(result.classes[0]).toMatchObject({ named: 0, calledAs: { undeclared_bot: 2 } });
  });

  it('names the innocents it condemns, the busiest first, at most ten', () => {
    const people = Array.from({ length: 12 }, (_, i) =>
      visitor(`192.0.2.${i}`, i % 2 === 0 ? 'human' : 'good_bot', i, { condemned: true }),
    );
    const result = evaluation(people);
    expect(result.people).toEqual({ visitors: 6, condemned: 6, blocked: 0 });
    expect(result.falseAlarms).toHaveLength(10);
    expect(result.falseAlarms[0]).toMatchObject({
      visitor: '192.0.2.11',
      label: 'good_bot',
      requests: 11,
    });
  });

  it('leaves self and unknown aside, and those the log never showed', () => {
    const result = evaluation([
      visitor('192.0.2.1', 'self', 5, { condemned: true }),
      visitor('192.0.2.2', 'unknown', 5, { condemned: true }),
      visitor('192.0.2.3', 'human', 5, { judged: undefined }),
      visitor('192.0.2.4', 'human', 5),
    ]);
    expect(result).toMatchObject({ labelled: 2, absent: 1, people: { visitors: 1, condemned: 0 } });
    expect(result.apart).toEqual({});
  });

  it('shows neutral machines apart, and which nature was taken for which', () => {
    const result = evaluation([
      visitor('192.0.2.1', 'neutral_bot', 5, { condemned: true }),
      visitor('192.0.2.2', 'human', 5),
      visitor('192.0.2.3', 'human', 5),
    ]);
    expect(result.apart).toEqual({ neutral_bot: { visitors: 1, condemned: 1, blocked: 0 } });
    expect(result.natures).toEqual({ neutral_bot: { undeclared_bot: 1 }, human: { human: 2 } });
  });
});
