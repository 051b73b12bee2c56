import { type ClassHitRate, classHitRates } from './class-hit-rates.js';
import { type ComparedVisitor } from './compared-visitor.js';
import { type DetectionDelay, detectionDelay } from './detection-delay.js';
import { groupBy } from './group-by.js';
import { type HitRate, hitRate, ratio } from './hit-rate.js';
import { labelKey } from './label.js';
import { type RequestBucket, requestBuckets } from './request-buckets.js';

/** Fewer requests than this tell little about anybody; from here on a miss has no excuse. Assumption. */
const BUSY_REQUESTS = 30;
const NAMED = 10;

export interface FalseAlarm {
  readonly visitor: string;
  readonly label: string;
  readonly nature: string;
  readonly class: string | null;
  readonly score: number;
  readonly action: string;
  readonly requests: number;
}

export interface Innocents {
  readonly visitors: number;
  readonly condemned: number;
  readonly blocked: number;
}

/** Verdicts against the labels of a real log. Labels `self` and `unknown` are left aside. */
export interface Evaluation {
  readonly labelled: number;
  /** Labelled, compared, and never seen in the log. */
  readonly absent: number;
  readonly badBots: HitRate;
  /** Those of at least BUSY_REQUESTS requests. */
  readonly busyBadBots: HitRate;
  /** Bad bots by how many requests they made. */
  readonly byRequests: readonly RequestBucket[];
  readonly classes: readonly ClassHitRate[];
  /** Bad bots by how they hide, where the labels say so. */
  readonly byEvasion: Readonly<Record<string, HitRate>>;
  /** Of those condemned (machines that are neither good nor bad aside), the share that is bad; null where nobody was. */
  readonly precision: number | null;
  /** Harmonic mean of precision and recall; null where there is no bad bot and nobody was condemned. */
  readonly f1: number | null;
  /** How long the condemned bad bots went on before. */
  readonly delay: DetectionDelay;
  readonly people: Innocents;
  readonly goodBots: Innocents;
  /** The innocents that were condemned, the busiest first, at most ten. */
  readonly falseAlarms: readonly FalseAlarm[];
  /** label → nature as judged → visitors. */
  readonly natures: Readonly<Record<string, Readonly<Record<string, number>>>>;
  /** Labels that are neither good nor bad, by label. */
  readonly apart: Readonly<Record<string, Innocents>>;
}

const NOT_COMPARED = ['self', 'unknown', ''];
const CENTRAL = ['bad_bot', 'human', 'good_bot'];

export function evaluation(visitors: readonly ComparedVisitor[]): Evaluation {
  const compared = visitors.filter(({ label }) => !NOT_COMPARED.includes(label.label));
  const seen = compared.filter(({ judged }) => judged !== undefined);
  const byLabel = groupBy(seen, ({ label }) => label.label);
  const bad = byLabel.get('bad_bot') ?? [];
  const people = byLabel.get('human') ?? [];
  const goodBots = byLabel.get('good_bot') ?? [];
  const apart = [...byLabel].filter(([name]) => !CENTRAL.includes(name));
  const caught = hitRate(bad).caught;
  const accused = [...people, ...goodBots].filter(({ condemned }) => condemned).length;
  return {
    labelled: compared.length,
    absent: compared.length - seen.length,
    badBots: hitRate(bad),
    busyBadBots: hitRate(bad.filter(({ requests }) => requests >= BUSY_REQUESTS)),
    byRequests: requestBuckets(bad),
    classes: classHitRates(bad),
    byEvasion: byEvasion(bad),
    precision: ratio(caught, caught + accused),
    f1: ratio(2 * caught, bad.length + caught + accused),
    delay: detectionDelay(bad),
    people: innocents(people),
    goodBots: innocents(goodBots),
    falseAlarms: falseAlarms([...people, ...goodBots]),
    natures: Object.fromEntries([...byLabel].map(([name, members]) => [name, natures(members)])),
    apart: Object.fromEntries(apart.map(([name, members]) => [name, innocents(members)])),
  };
}

function byEvasion(bad: readonly ComparedVisitor[]): Record<string, HitRate> {
  const hiding = bad.filter(({ label }) => label.evasion !== '');
  const groups = groupBy(hiding, ({ label }) => label.evasion);
  return Object.fromEntries([...groups].map(([name, members]) => [name, hitRate(members)]));
}

const innocents = (visitors: readonly ComparedVisitor[]): Innocents => ({
  visitors: visitors.length,
  condemned: visitors.filter(({ condemned }) => condemned).length,
  blocked: visitors.filter(({ blocked }) => blocked).length,
});

function falseAlarms(visitors: readonly ComparedVisitor[]): FalseAlarm[] {
  return visitors
    .filter(({ condemned, blocked }) => condemned || blocked)
    .sort((one, other) => other.requests - one.requests)
    .slice(0, NAMED)
    .flatMap(({ label, judged, requests }) =>
      judged === undefined
        ? []
        : {
            visitor: labelKey(label),
            label: label.label,
            nature: judged.nature,
            class: judged.intent.class,
            score: judged.score,
            action: judged.action,
            requests,
          },
    );
}

function natures(visitors: readonly ComparedVisitor[]): Record<string, number> {
  const groups = groupBy(visitors, ({ judged }) => judged?.nature ?? 'unseen');
  return Object.fromEntries([...groups].map(([nature, { length }]) => [nature, length]));
}
