import { describe, expect, it } from '@jest/globals';
import { weights } from '../evidence/weights.js';
import { crossValidate } from './cross-validate.js';
import { fitWeights } from './fit-weights.js';
import { fittedCalibrated } from './learners.js';
import { type LabelledEvidence } from './labelled-evidence.js';

const visitor = (
  i: number,
  isTrue: boolean,
  strengths: Record<string, number>,
): LabelledEvidence => ({
  question: 'nature',
  group: `192.0.2.${i}`,
  family: i % 4 < 2 ? 'one' : 'other',
  kind: String(isTrue),
  strengths: new Map(Object.entries(strengths)) as LabelledEvidence['strengths'],
  isTrue,
});

const OWN = { purpose: 'own', folds: 4 } as const;
const ANY = { purpose: 'any', folds: 4 } as const;

/** Bots and people load assets alike; only bots hurry. */
const drivenBrowsers = Array.from({ length: 80 }, (_, i) =>
  visitor(i, i % 2 === 0, {
    LOADS_ASSETS_LIKE_A_BROWSER: 1,
    ...(i % 2 === 0 && i % 20 !== 0 && { HURRIES_THROUGH_PAGES: 1 }),
  }),
);

describe(fitWeights.name, () => {
  it('changes little for a single visitor', () => {
    const { weights: fitted } = fitWeights(
      [visitor(1, true, { AGENT_EMPTY: 1 })],
      { nature: 0 },
      OWN,
    );
    expect(fitted).toEqual([
      expect.objectContaining({ code: 'AGENT_EMPTY', old: weights.AGENT_EMPTY, support: 1 }),
    ]);
    expect(fitted[0]?.new).toBeCloseTo(weights.AGENT_EMPTY, 0);
  });

  it('learns what tells apart and forgets what does not, and keeps every sign', () => {
    const fit = fitWeights(drivenBrowsers, { nature: 0 }, OWN);
    const weightOf = (code: string): number => fit.weights.find((w) => w.code === code)?.new ?? NaN;
    expect(weightOf('HURRIES_THROUGH_PAGES')).toBeGreaterThan(3);
    const bare = (fit.priors[0]?.new ?? 0) + weightOf('LOADS_ASSETS_LIKE_A_BROWSER');
    expect(bare).toBeLessThan(-1);
    expect(bare).toBeGreaterThan(-4);
    expect(fit.weights.every((one) => one.new * one.old >= 0)).toBe(true);
  });

  it('gives a reason that two threats share one weight, and each threat its own prior', () => {
    const asked = (question: string, i: number, isTrue: boolean): LabelledEvidence => ({
      ...visitor(i, isTrue, isTrue ? { ATTACK_TOOL: 1 } : {}),
      question,
    });
    const fit = fitWeights(
      [asked('OAT-014', 1, true), asked('OAT-018', 1, false), asked('OAT-018', 2, true)],
      { 'OAT-014': -4, 'OAT-018': -4 },
      OWN,
    );
    expect(fit.weights).toHaveLength(1);
    expect(fit.priors.map(({ question }) => question)).toEqual(['OAT-014', 'OAT-018']);
  });

  it('holds the prior and bounds what is easily imitated where weights are for any site', () => {
    const telling = Array.from({ length: 200 }, (_, i) =>
      visitor(i, i % 2 === 0, i % 2 === 0 ? {} : { LOADS_ASSETS_LIKE_A_BROWSER: 1 }),
    );
    const own = fitWeights(telling, { nature: 0 }, OWN);
    const any = fitWeights(telling, { nature: 0 }, ANY);
    expect(own.weights[0]?.new).toBeLessThan(-3.5);
    expect(any.weights[0]?.new).toBe(-3);
    expect(own.priors[0]?.new).toBeGreaterThan(1);
    expect(any.priors[0]?.new).toBeCloseTo(0, 2);
  });

  it('lets families count alike where weights are for any site', () => {
    const crowd = Array.from({ length: 3_000 }, (_, i) => ({
      ...visitor(i, true, { AGENT_EMPTY: 1 }),
      family: 'crowded',
    }));
    const few = Array.from({ length: 100 }, (_, i) => ({
      ...visitor(10_000 + i, false, { AGENT_EMPTY: 1 }),
      family: 'quiet',
    }));
    const weightFor = (terms: typeof OWN | typeof ANY): number =>
      fitWeights([...crowd, ...few], { nature: 0 }, terms).weights[0]?.new ?? NaN;
    expect(weightFor(ANY)).toBeLessThan(0.5);
    expect(weightFor(OWN)).toBeGreaterThan(1);
  });
});

const learner = fittedCalibrated({ nature: 0 }, OWN);

describe(crossValidate.name, () => {
  it('estimates every visitor once, from others', () => {
    const estimates = crossValidate(drivenBrowsers, OWN, learner);
    expect(new Set(estimates.map(({ labelled }) => labelled.group)).size).toBe(80);
    const right = estimates.filter(({ probability, isTrue }) => probability >= 0.5 === isTrue);
    expect(right.length).toBe(76);
  });

  it('holds whole families back where weights are for any site', () => {
    const trained: string[][] = [];
    crossValidate(drivenBrowsers, ANY, (train) => {
      trained.push([...new Set(train.map(({ family }) => family))]);
      return () => 0.5;
    });
    expect(trained.toSorted()).toEqual([['one'], ['other']]);
  });

  it('is unsure where the labels are chance', () => {
    const chance = Array.from({ length: 60 }, (_, i) =>
      visitor(i, i % 2 === 0, { AGENT_EMPTY: 1 }),
    );
    for (const { probability } of crossValidate(chance, OWN, learner)) {
      expect(probability).toBeGreaterThan(0.3);
      expect(probability).toBeLessThan(0.7);
    }
  });
});
