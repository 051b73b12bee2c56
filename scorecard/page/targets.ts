import { threats } from '#libs/intent';
import { type Figures, type Share } from '../scoring/figures.js';
import { type ScoredVariant, type SetScore } from '../scoring/set-score.js';

/** Something to be reached, and what was measured. */
export interface Target {
  readonly what: string;
  readonly figure: number | null;
  /** How it was counted, for example `774 of 795`. */
  readonly counted: string;
  readonly bound: number;
  /** Reached when the figure is at least the bound, or at most. */
  readonly direction: 'at_least' | 'at_most';
  /** The figure is a number of visitors, not a share. */
  readonly isCount?: true;
  readonly outcome: 'reached' | 'missed' | 'not_measured';
}

/** Threats that access logs show at least usably, by the product's own grades. */
const VISIBLE = threats.filter(({ visibility }) => visibility !== 'weak').map(({ id }) => id);

const BAD_BOT_SETS = [
  'talmedos-2023',
  'secrepo-2018',
  'secrepo-2021',
  'secrepo-2022',
  'geotracker-2020',
  'nginx-noise-2024',
];

export function targets(sets: readonly SetScore[], pooled: readonly SetScore[]): Target[] {
  return [
    ...variants.flatMap((variant) => credentialTarget(sets, variant)),
    ...BAD_BOT_SETS.flatMap((name) =>
      variants.flatMap((variant) => badBotTargets(sets, name, variant)),
    ),
    certhTarget(sets),
    ...variants.flatMap((variant) => innocentTargets(pooled, variant)),
    ...simulatorTargets(pooled),
  ];
}

const variants = ['plain', 'masked'] as const;

const find = (
  sets: readonly SetScore[],
  name: string,
  variant: ScoredVariant,
): SetScore | undefined => sets.find((set) => set.name === name && set.variant === variant);

const ofProduct = (set: SetScore | undefined): Figures | undefined => set?.figures.wherefore;

function credentialTarget(sets: readonly SetScore[], variant: ScoredVariant): Target {
  const classes = find(sets, 'talmedos-2023', variant)?.classes;
  const attack = classes?.find(({ name }) => name === 'credential_attack')?.recall.wherefore;
  return atLeast(`talmedos-2023, ${variant}: recall of the credential attack`, attack, 0.8);
}

function badBotTargets(sets: readonly SetScore[], name: string, variant: ScoredVariant): Target[] {
  const found = ofProduct(find(sets, name, variant));
  return [
    atLeast(`${name}, ${variant}: recall of bad bots`, found?.recall, 0.6),
    atLeast(
      `${name}, ${variant}: recall of bad bots with 30 requests or more`,
      found?.busyRecall,
      0.95,
    ),
  ];
}

function certhTarget(sets: readonly SetScore[]): Target {
  const found = ofProduct(find(sets, 'certh-clean-moderate', 'fitted'));
  return target('certh-clean, five-fold by visitor: F1 on moderate bots', {
    figure: found?.f1.value ?? null,
    counted: '',
    bound: 0.9,
    direction: 'at_least',
  });
}

function innocentTargets(pooled: readonly SetScore[], variant: ScoredVariant): Target[] {
  return (['recorded', 'simulated'] as const).flatMap((origin) => {
    const found = ofProduct(find(pooled, origin, variant));
    return [
      atMost(`${origin}, ${variant}: people called malicious`, found?.people, 0.005),
      atMost(`${origin}, ${variant}: verified bots called malicious`, found?.verified, 0.005),
    ];
  });
}

function simulatorTargets(pooled: readonly SetScore[]): Target[] {
  const set = find(pooled, 'simulated', 'plain');
  const f1 = target('simulated, plain: F1', {
    figure: set?.figures.wherefore.f1.value ?? null,
    counted: '',
    bound: 0.95,
    direction: 'at_least',
  });
  const classes = VISIBLE.map((name) =>
    atLeast(
      `simulated, plain: recall of ${name}`,
      set?.classes.find((one) => one.name === name)?.recall.wherefore,
      0.8,
    ),
  );
  const accused = [set?.figures.wherefore.people, set?.figures.wherefore.verified];
  const confounders = target('simulated, plain: people and verified bots called malicious', {
    figure: set === undefined ? null : accused.reduce((sum, one) => sum + (one?.part ?? 0), 0),
    counted: '',
    bound: 0,
    direction: 'at_most',
    isCount: true,
  });
  return [f1, ...classes, confounders];
}

const atLeast = (what: string, found: Share | undefined, bound: number): Target =>
  target(what, { ...counted(found), bound, direction: 'at_least' });

const atMost = (what: string, found: Share | undefined, bound: number): Target =>
  target(what, { ...counted(found), bound, direction: 'at_most' });

const counted = (found: Share | undefined): Pick<Target, 'figure' | 'counted'> => ({
  figure: found?.share ?? null,
  counted: found === undefined || found.of === 0 ? '' : `${found.part} of ${found.of}`,
});

function target(what: string, measured: Omit<Target, 'what' | 'outcome'>): Target {
  const { figure, bound, direction } = measured;
  if (figure === null) return { what, ...measured, outcome: 'not_measured' };
  const isReached = direction === 'at_least' ? figure >= bound : figure <= bound;
  return { what, ...measured, outcome: isReached ? 'reached' : 'missed' };
}
