import { type PastChange } from '#libs/store';

/** A verdict that two runs over the same log decided differently. */
export interface Disagreement {
  readonly keyType: string;
  readonly key: string;
  /** Milliseconds since the epoch. */
  readonly asOf: number;
  /** What each run did about the key in that step; null where it did nothing. */
  readonly backtest: string | null;
  readonly live: string | null;
}

export interface Agreement {
  /** Steps of keys in which either run changed a verdict. */
  readonly decisions: number;
  /** Those in which both did the same. */
  readonly same: number;
  /** 0 to 1; 1 where nothing was decided. */
  readonly share: number;
  readonly disagreements: readonly Disagreement[];
}

/** Holds two runs against each other, decision by decision: same key, same step, same change, action and class. */
export function compareChanges(
  backtest: readonly PastChange[],
  live: readonly PastChange[],
): Agreement {
  const here = byDecision(backtest);
  const there = byDecision(live);
  const all = [...new Map([...here, ...there]).entries()];
  const disagreements = all
    .filter(([name]) => told(here.get(name)) !== told(there.get(name)))
    .map(([name, { keyType, key, asOf }]) => ({
      ...{ keyType, key, asOf },
      backtest: told(here.get(name)),
      live: told(there.get(name)),
    }))
    .toSorted((a, b) => a.asOf - b.asOf || (a.key < b.key ? -1 : 1));
  const same = all.length - disagreements.length;
  return {
    decisions: all.length,
    same,
    share: all.length === 0 ? 1 : same / all.length,
    disagreements,
  };
}

function byDecision(changes: readonly PastChange[]): ReadonlyMap<string, PastChange> {
  return new Map(changes.map((one) => [`${one.asOf} ${one.keyType}/${one.key}`, one]));
}

function told(change: PastChange | undefined): string | null {
  if (change === undefined) return null;
  const { change: what, action, class: threat, mode } = change;
  return [what, action, threat, mode === 'simulate' ? 'simulated' : ''].filter(Boolean).join(' ');
}
