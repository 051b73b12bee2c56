import { identityRules } from '../threats/identity-rules.js';
import { type Threat, type Visibility } from '../threats/threat.js';
import { type EventField } from './event-field.js';
import { trialEstate } from './trial-estate.js';
import { blinded } from './blinded.js';
import { trialVisitor } from './trial-visitor.js';

/** What is left of a threat in a log that lacks some fields. */
export interface ThreatVisibility {
  readonly threat: Pick<Threat, 'id' | 'name' | 'definition' | 'notVisible'>;
  /** What a log with every field shows of it. */
  readonly atBest: Visibility;
  /** `seen`: as good as ever; `dimmed`: some signals are gone; `hidden`: most of what would convict is gone. */
  readonly now: 'seen' | 'dimmed' | 'hidden';
  /** Share of the evidence against its kind that can no longer be seen: 0 to 1. */
  readonly lost: number;
  /** Missing fields that would bring evidence back, the most valuable first. */
  readonly missing: readonly MissingField[];
}

interface MissingField {
  readonly field: EventField;
  /** Share of the threat's evidence that is lost for the lack of this field alone: 0 to 1. */
  readonly share: number;
}

/** From these shares of lost evidence on a threat counts as dimmed or hidden. Assumption, checked by ablation. */
const DIMMED_FROM = 0.25;
const HIDDEN_FROM = 0.6;
/** A field that brings back less is not worth naming. */
const WORTH_NAMING = 0.01;
const TRIALS = Array.from({ length: 200 }, (_, trial) => trialVisitor(trial));
const NOTHING: ReadonlySet<EventField> = new Set();

/**
 * What a log that lacks `missing` hides of a threat, by trial: the threat's own rules look at the same visitors with and
 * without the fields, and what they no longer say is lost. What a visitor claims to be is left out, since every threat
 * hears it.
 */
export function threatVisibility(
  threat: Threat,
  missing: ReadonlySet<EventField>,
): ThreatVisibility {
  const whole = heard(threat, NOTHING);
  const lostWithout = (fields: ReadonlySet<EventField>): number =>
    lostShare(whole, heard(threat, fields));
  const lost = lostWithout(missing);
  const { id, name, definition, notVisible } = threat;
  return {
    threat: { id, name, definition, notVisible },
    atBest: threat.visibility,
    now: grade(lost),
    lost,
    missing: [...missing]
      .map((field) => ({ field, share: lostWithout(new Set([field])) }))
      .filter(({ share }) => share >= WORTH_NAMING)
      .toSorted((a, b) => b.share - a.share),
  };
}

/** Log-odds against each trial visitor. */
function heard(threat: Threat, missing: ReadonlySet<EventField>): readonly number[] {
  const own = threat.rules.filter((rule) => !identityRules.includes(rule));
  return TRIALS.map((trial) => {
    const visitor = blinded(trial, missing);
    if (threat.concerns?.(visitor.features) === false) return 0;
    const weights = own.map((rule) => rule(visitor, trialEstate)?.weight ?? 0);
    return weights.reduce((sum, weight) => sum + Math.max(0, weight), 0);
  });
}

/** What is said only because a field is missing makes up for nothing. */
function lostShare(whole: readonly number[], left: readonly number[]): number {
  const total = whole.reduce((sum, weight) => sum + weight, 0);
  const kept = whole.reduce((sum, weight, trial) => sum + Math.min(weight, left[trial] ?? 0), 0);
  return total === 0 ? 0 : 1 - kept / total;
}

function grade(lost: number): ThreatVisibility['now'] {
  if (lost >= HIDDEN_FROM) return 'hidden';
  return lost >= DIMMED_FROM ? 'dimmed' : 'seen';
}
