import { type ClassHitRate, classHitRates } from './class-hit-rates.js';
import { type ComparedVisitor } from './compared-visitor.js';
import { labelKey } from './label.js';
import { type HitRate, hitRate, ratio } from './hit-rate.js';

/** What the judge is measured on: the intents it judges so far. */
const MEASURED_CLASSES: readonly string[] = [
  'OAT-007',
  'OAT-008',
  'OAT-011',
  'OAT-014',
  'OAT-015',
  'OAT-018',
];

/** How many of those who should be left alone: blocked, challenged or throttled instead, thought malicious. */
export interface Harm {
  readonly visitors: number;
  readonly blocked: number;
  readonly hindered: number;
  readonly condemned: number;
  /** The busiest of those blocked or condemned, at most ten, as `key (kind)`. */
  readonly named: readonly string[];
}

const NAMED = 10;

/** The verdicts against the simulator's ground truth. Rates are null where nothing was there to count. */
export interface SimulationScore {
  /** Of those condemned (neutral machines left aside), the share that is malicious in truth. */
  readonly precision: number | null;
  /** Of the malicious visitors of the measured classes, the share that was condemned. */
  readonly recall: number | null;
  readonly malicious: number;
  readonly caught: number;
  readonly falseAlarms: number;
  readonly measured: readonly ClassHitRate[];
  /** Those among them that pretend to be a known crawler. */
  readonly impostors: HitRate;
  /** Malicious visitors of classes that are not judged yet. */
  readonly others: readonly ClassHitRate[];
  readonly people: Harm;
  readonly goodBots: Harm;
  readonly neutralBots: Harm;
}

export function simulationScore(visitors: readonly ComparedVisitor[]): SimulationScore {
  const labelled = (name: string): ComparedVisitor[] =>
    visitors.filter(({ label }) => label.label === name);
  const bad = labelled('bad_bot');
  const measured = bad.filter(({ label }) => MEASURED_CLASSES.includes(label.class));
  const others = bad.filter((visitor) => !measured.includes(visitor));
  const people = harm(labelled('human'));
  const goodBots = harm(labelled('good_bot'));
  const caughtOfAll = hitRate(bad).caught;
  const falseAlarms = people.condemned + goodBots.condemned;
  const { rate, caught } = hitRate(measured);
  return {
    precision: ratio(caughtOfAll, caughtOfAll + falseAlarms),
    recall: rate,
    malicious: measured.length,
    caught,
    falseAlarms,
    measured: classHitRates(measured),
    impostors: hitRate(measured.filter(({ label }) => label.kind.startsWith('impostor'))),
    others: classHitRates(others),
    people,
    goodBots,
    neutralBots: harm(labelled('neutral_bot')),
  };
}

function harm(visitors: readonly ComparedVisitor[]): Harm {
  const number = (test: (visitor: ComparedVisitor) => boolean): number =>
    visitors.filter(test).length;
  return {
    visitors: visitors.length,
    blocked: number(({ blocked }) => blocked),
    hindered: number(({ hindered }) => hindered),
    condemned: number(({ condemned }) => condemned),
    named: visitors
      .filter(({ blocked, condemned }) => blocked || condemned)
      .sort((one, other) => other.requests - one.requests)
      .slice(0, NAMED)
      .map(({ label }) => `${labelKey(label)} (${label.kind || label.class})`),
  };
}
