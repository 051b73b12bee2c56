import { threats } from '#libs/intent';
import { EVASIONS } from '#libs/simulator';
import { type ClassHitRate, classHitRates } from './class-hit-rates.js';
import { type ComparedVisitor } from './compared-visitor.js';
import { groupBy } from './group-by.js';
import { labelKey } from './label.js';
import { type HitRate, hitRate, ratio } from './hit-rate.js';
import { meantClasses } from './meant-classes.js';

/** What the judge is measured on: the threats it judges, by what a log shows of each at best. */
const JUDGED: ReadonlyMap<string, Visibility> = new Map(
  threats.map(({ id, visibility }) => [id, visibility] as const),
);

type Visibility = (typeof threats)[number]['visibility'];

/** How many visitors of one threat were condemned, and how well logs show it at best. */
export interface ThreatHitRate extends ClassHitRate {
  /** Null for a threat that is not judged. */
  readonly visibility: Visibility | null;
}

/** How many visitors of one level of evasion were condemned. */
export interface EvasionHitRate extends HitRate {
  readonly evasion: string;
}

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
  /** Of the malicious visitors of the judged threats, the share that was condemned. */
  readonly recall: number | null;
  /** Harmonic mean of the two. */
  readonly f1: number | null;
  readonly malicious: number;
  readonly caught: number;
  readonly falseAlarms: number;
  /** By threat, in the handbook's order; a visitor of several threats counts in each. */
  readonly measured: readonly ThreatHitRate[];
  /** The malicious visitors, by how they hide. */
  readonly levels: readonly EvasionHitRate[];
  /** Those among them that pretend to be a known crawler. */
  readonly impostors: HitRate;
  /** Malicious visitors of threats that are not judged. */
  readonly others: readonly ThreatHitRate[];
  readonly people: Harm;
  readonly goodBots: Harm;
  readonly neutralBots: Harm;
}

export function simulationScore(visitors: readonly ComparedVisitor[]): SimulationScore {
  const labelled = (name: string): ComparedVisitor[] =>
    visitors.filter(({ label }) => label.label === name);
  const bad = labelled('bad_bot');
  const measured = bad.filter(({ label }) =>
    meantClasses(label.class).some((threat) => JUDGED.has(threat)),
  );
  const others = bad.filter((visitor) => !measured.includes(visitor));
  const people = harm(labelled('human'));
  const goodBots = harm(labelled('good_bot'));
  const caughtOfAll = hitRate(bad).caught;
  const falseAlarms = people.condemned + goodBots.condemned;
  const { rate, caught } = hitRate(measured);
  const precision = ratio(caughtOfAll, caughtOfAll + falseAlarms);
  return {
    precision,
    recall: rate,
    f1: harmonicMean(precision, rate),
    malicious: measured.length,
    caught,
    falseAlarms,
    measured: threatHitRates(measured),
    levels: evasionHitRates(bad),
    impostors: hitRate(measured.filter(({ label }) => label.kind.startsWith('impostor'))),
    others: threatHitRates(others),
    people,
    goodBots,
    neutralBots: harm(labelled('neutral_bot')),
  };
}

function harmonicMean(one: number | null, other: number | null): number | null {
  if (one === null || other === null) return null;
  return one + other === 0 ? 0 : (2 * one * other) / (one + other);
}

/** Every visitor under each of the threats it stands for. */
function threatHitRates(visitors: readonly ComparedVisitor[]): ThreatHitRate[] {
  const each = visitors.flatMap((visitor) =>
    visitor.label.class
      .split(';')
      .map((threat) => ({ ...visitor, label: { ...visitor.label, class: threat } })),
  );
  return classHitRates(each)
    .map((one) => ({ ...one, visibility: JUDGED.get(one.class) ?? null }))
    .toSorted((one, other) => one.class.localeCompare(other.class, 'en'));
}

function evasionHitRates(visitors: readonly ComparedVisitor[]): EvasionHitRate[] {
  const levels = groupBy(visitors, ({ label }) => label.evasion);
  return [...levels]
    .map(([evasion, members]) => ({ evasion, ...hitRate(members) }))
    .toSorted((one, other) => orderOf(one.evasion) - orderOf(other.evasion));
}

const orderOf = (level: string): number => EVASIONS.findIndex((one) => one === level);

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
