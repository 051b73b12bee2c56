import { describe, expect, it } from '@jest/globals';
import { estateWith } from '../../testing/ordinary-estate.js';
import { visitorFrom } from '../../testing/ordinary-visitor.js';
import { defaultPolicy } from '../../policy/default-policy.js';
import { disregarding } from './disregarding.js';
import { judgeOne, type JudgedGroup } from './judged-group.js';
import { missingReasons } from './missing-reasons.js';
import { otherFigures } from './other-figures.js';
import { outcomeOf } from './outcome.js';
import { traced } from './traced.js';
import { type TracedEvidence } from '../../evidence/traced-evidence.js';

const stuffing: JudgedGroup = {
  address: visitorFrom({
    features: {
      requests: 60,
      posts: 40,
      pages: 0,
      loginAttempts: 40,
      loginFailures: 40,
      accounts: 38,
      loginCell: 'cell',
    },
  }),
  agents: [],
  place: 0,
};
const flood: JudgedGroup = {
  address: visitorFrom({ features: { requests: 900, peakMinute: 400, distinctTemplates: 1 } }),
  agents: [],
  place: 0,
};
const scan: JudgedGroup = {
  address: visitorFrom({ features: { requests: 30, probes: { exploit: 1 } } }),
  agents: [],
  place: 0,
};
const estate = estateWith({});

function tracedEvidence(group: JudgedGroup): readonly TracedEvidence[] {
  return judgeOne(group, traced(estate)).evidence as readonly TracedEvidence[];
}

describe(traced.name, () => {
  it.each([
    ['stuffing', stuffing],
    ['flood', flood],
  ])('changes nothing about a judgement of %s', (_, group) => {
    const plain = judgeOne(group, estate);
    expect(judgeOne(group, traced(estate))).toMatchObject(plain);
  });

  it('names the figures that each reason came from', () => {
    for (const { code, features } of tracedEvidence(stuffing))
      expect({ code, features }).toEqual({
        code,
        features: expect.arrayContaining([expect.any(String)]),
      });
    const failures = tracedEvidence(stuffing).find(({ code }) => code === 'LOGIN_FAILURES');
    expect(failures?.features).toContain('loginFailures');
  });

  it('names what of the estate each reason was held against', () => {
    const rate = tracedEvidence(flood).find(({ code }) => code === 'REQUEST_RATE');
    expect(rate?.comparedWith).toContainEqual({
      kind: 'baseline',
      of: ['shop.example', 'peakMinute'],
    });
  });
});

describe(missingReasons.name, () => {
  it('gives the smallest sets of reasons without which it would have come out otherwise', () => {
    const outcome = outcomeOf(judgeOne(stuffing, estate), defaultPolicy);
    const found = missingReasons(stuffing, estate, defaultPolicy);
    expect(found.length).toBeGreaterThan(0);
    for (const { without, outcome: other } of found) {
      expect([other.action, other.stance]).not.toEqual([outcome.action, outcome.stance]);
      const again = judgeOne(stuffing, disregarding(estate, new Set(without)));
      expect(outcomeOf(again, defaultPolicy)).toEqual(other);
      expect(again.evidence.map(({ code }) => code)).not.toEqual(
        expect.arrayContaining([...without]),
      );
    }
  });

  it('gives no set that holds another', () => {
    const sets = missingReasons(stuffing, estate, defaultPolicy).map(({ without }) => without);
    for (const one of sets)
      for (const other of sets)
        if (one !== other) expect(one.every((code) => other.includes(code))).toBe(false);
  });
});

describe(otherFigures.name, () => {
  it('finds the figure at which the verdict turns, and not one step before', () => {
    const features = tracedEvidence(scan).flatMap((one) => one.features);
    const found = otherFigures(scan, features, estate, defaultPolicy);
    const outcome = outcomeOf(judgeOne(scan, estate), defaultPolicy);
    expect(found).toContainEqual(
      expect.objectContaining({ feature: 'probes.exploit', value: 1, instead: 0 }),
    );
    for (const { feature, value, instead, outcome: other } of found) {
      expect([other.action, other.stance]).not.toEqual([outcome.action, outcome.stance]);
      const before = instead + Math.sign(value - instead);
      if (before === value || feature.includes('.')) continue;
      const almost = visitorFrom({ features: { ...scan.address.features, [feature]: before } });
      const same = outcomeOf(judgeOne({ ...scan, address: almost }, estate), defaultPolicy);
      expect([same.action, same.stance]).toEqual([outcome.action, outcome.stance]);
    }
  });

  it('leaves out what is no count', () => {
    expect(
      otherFigures(
        stuffing,
        ['site', 'gapVariation', 'identity.crawler', 'lastSeen', 'nothing'],
        estate,
        defaultPolicy,
      ),
    ).toEqual([]);
  });
});
