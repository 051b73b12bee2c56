import { describe, expect, it } from '@jest/globals';
import { probabilityOf } from '../evidence/log-odds.js';
import { calibrated, fitAnchoredCalibration, fitCalibration } from './calibration.js';

describe(calibrated.name, () => {
  it('changes nothing with slopes of one', () => {
    for (const logOdds of [-7, -1, 0, 0.4, 9])
      expect(calibrated({ offset: 0, below: 1, above: 1 }, logOdds)).toBeCloseTo(logOdds, 12);
  });

  it('has its slopes far out', () => {
    const calibration = { offset: 0.3, below: 0.5, above: 0.25 };
    expect(calibrated(calibration, 40)).toBeCloseTo(10.3, 9);
    expect(calibrated(calibration, -40)).toBeCloseTo(-19.7, 9);
  });
});

describe(fitCalibration.name, () => {
  it('expects no change without data', () => {
    expect(fitCalibration([])).toEqual({ offset: 0, below: 1, above: 1 });
  });

  it('finds out that evidence counted three times overstates threefold', () => {
    const evidence = Array.from({ length: 4_000 }, (_, i) => {
      const real = -4 + (8 * (i % 200)) / 199;
      return { logOdds: 3 * real, isTrue: (Math.floor(i / 200) + 0.5) / 20 < probabilityOf(real) };
    });
    const calibration = fitCalibration(evidence);
    expect(calibrated(calibration, 6)).toBeCloseTo(2, 0);
    expect(calibrated(calibration, -6)).toBeCloseTo(-2, 0);
    expect(Math.abs(calibrated(calibration, 6) - 2)).toBeLessThan(0.25);
  });
});

describe(fitAnchoredCalibration.name, () => {
  const bots = Array.from({ length: 300 }, (_, i) => ({
    logOdds: i % 3 === 0 ? 0 : 4,
    isTrue: true,
  }));
  const people = Array.from({ length: 100 }, () => ({ logOdds: -5, isTrue: false }));
  const calibration = fitAnchoredCalibration([...bots, ...people]);

  it('stays undecided without evidence, though all who show none are labelled bots', () => {
    expect(calibrated(calibration, 0)).toBeCloseTo(0, 12);
  });

  it('learns from the others', () => {
    expect(calibration.above).toBeGreaterThan(1);
    expect(calibrated(calibration, 4)).toBeGreaterThan(4);
    expect(fitAnchoredCalibration([])).toEqual({ offset: 0, below: 1, above: 1 });
  });
});
