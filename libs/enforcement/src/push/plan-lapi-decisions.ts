import { blockText } from '../capacity/address-block.js';
import { type AddressEntry } from '../capacity/address-entry.js';
import { DECISION_TYPES } from '../lapi/decision-types.js';
import { chunked } from './chunked.js';

/** A decision in the LAPI that this product made. */
export interface LapiDecision {
  readonly id: number;
  readonly cidr: string;
  /** `ban`, `captcha` or a type of the operator's own. */
  readonly type: string;
  /** Milliseconds since the epoch. */
  readonly endsAt: number;
}

/** A decision to be made. */
export interface LapiNewDecision {
  readonly scope: 'Ip' | 'Range';
  readonly value: string;
  readonly type: string;
  readonly threat: string;
  readonly endsAt: number;
}

export type LapiRequest =
  | { readonly kind: 'alert'; readonly decisions: readonly LapiNewDecision[] }
  | { readonly kind: 'delete'; readonly id: number };

/** So many decisions in one alert. The LAPI stores an alert's decisions fifty at a time; larger alerts only take longer. */
const DECISIONS_PER_ALERT = 500;
/** Durations are in whole seconds, and clocks differ: a difference below this is none. */
const SAME_END_MS = 30_000;
/** A verdict without end; the LAPI knows only durations. It is renewed long before. */
const WITHOUT_END_MS = 24 * 3_600_000;

/**
 * New decisions for verdicts that have none, or whose end has moved; then the deletion of those that nothing
 * stands behind any more. A decision that merely runs out needs no request.
 */
export function planLapiDecisions(
  held: readonly LapiDecision[],
  wanted: readonly AddressEntry[],
  now: number,
): LapiRequest[] {
  const wantedDecisions = wanted.flatMap((entry) => decisionOf(entry, now));
  const matching = new Map(held.map((decision) => [keyOf(decision), [] as LapiDecision[]]));
  for (const decision of held) matching.get(keyOf(decision))?.push(decision);
  const good = new Set<number>();
  const missing = wantedDecisions.filter(({ cidr, type, endsAt, isOpen }) => {
    const fit = (matching.get(keyOf({ cidr, type })) ?? []).find(
      (one) =>
        Math.abs(one.endsAt - endsAt) < SAME_END_MS ||
        (isOpen && one.endsAt - now > WITHOUT_END_MS / 2),
    );
    if (fit !== undefined) good.add(fit.id);
    return fit === undefined;
  });
  return [
    ...chunked(missing.map(plain), DECISIONS_PER_ALERT).map((decisions): LapiRequest => ({
      kind: 'alert',
      decisions,
    })),
    ...held
      .filter(({ id }) => !good.has(id))
      .map(({ id }): LapiRequest => ({ kind: 'delete', id })),
  ];
}

interface Wanted extends LapiNewDecision {
  readonly cidr: string;
  readonly isOpen: boolean;
}

function decisionOf({ block, action, expiresAt, threat }: AddressEntry, now: number): Wanted[] {
  const type = DECISION_TYPES[action];
  if (type === undefined) return [];
  const cidr = blockText(block);
  const isSingle = block.bits === (block.version === 4 ? 32 : 128);
  return [
    {
      cidr,
      scope: isSingle ? 'Ip' : 'Range',
      value: isSingle ? cidr.replace(/\/\d+$/, '') : cidr,
      type,
      threat,
      endsAt: expiresAt ?? now + WITHOUT_END_MS,
      isOpen: expiresAt === null,
    },
  ];
}

const plain = ({ scope, value, type, threat, endsAt }: Wanted): LapiNewDecision => ({
  scope,
  value,
  type,
  threat,
  endsAt,
});

const keyOf = ({ cidr, type }: { readonly cidr: string; readonly type: string }): string =>
  `${cidr} ${type}`;
