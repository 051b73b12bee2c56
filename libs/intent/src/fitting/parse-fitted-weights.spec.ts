import { describe, expect, it } from '@jest/globals';
import { parseFittedWeights } from './parse-fitted-weights.js';

const good = {
  version: 'fitted-2026-01-31',
  weights: [{ code: 'AGENT_EMPTY', old: 2.5, new: 3.1 }],
  priors: [{ question: 'nature', old: 0, new: 0.4 }],
  calibration: { nature: { offset: 0.1, below: 0.8, above: 0.9 } },
};

const parse = (file: unknown): ReturnType<typeof parseFittedWeights> =>
  parseFittedWeights(JSON.stringify(file), '0a1b2c3d');

describe(parseFittedWeights.name, () => {
  it('reads weights, priors and calibration, and names the version with the hash', () => {
    expect(parse(good)).toEqual({
      version: 'fitted-2026-01-31@0a1b2c3d',
      weights: { AGENT_EMPTY: 3.1 },
      priors: { nature: 0.4 },
      natureCalibration: { offset: 0.1, below: 0.8, above: 0.9 },
    });
  });

  it('keeps the calibration of the table where the file has none', () => {
    const { calibration, ...rest } = good;
    expect(calibration).toBeDefined();
    expect(parse(rest).natureCalibration).toBeNull();
  });

  it('names every wrong field at once', () => {
    const wrong = {
      version: 'a b',
      weights: [
        { code: 'NO_SUCH_CODE', new: 1 },
        { code: 'AGENT_EMPTY', new: -1 },
        { code: 'AGENT_EMPTY', new: 'much' },
        7,
      ],
      priors: [{ question: 'OAT-999', new: 99 }],
      calibration: { nature: { offset: 0, below: -1, above: null } },
    };
    const message = ((): string => {
      try {
        parse(wrong);
        return '';
      } catch (error) {
        return String(error);
      }
    })();
    for (const part of [
      'version',
      'weights[0].code',
      'weights[1].new has to keep the sign of 4',
      'weights[2].new',
      'weights[3]',
      'priors[0].question',
      'priors[0].new',
      'nature.below',
      'nature.above',
    ])
      expect(message).toContain(part);
  });

  it('refuses what is no object and what is no JSON', () => {
    expect(() => parse([])).toThrow(RangeError);
    expect(() => parseFittedWeights('{', '')).toThrow(SyntaxError);
  });
});
