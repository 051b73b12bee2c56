import {
  advanceVerdict,
  expireVerdict,
  type Judgement,
  type Policy,
  type Transition,
  type VerdictState,
} from '#libs/intent';

/** A step of one key, with the judgement that caused it; null where the verdict only expired. */
export interface BookedTransition extends Transition {
  readonly judgement: Judgement | null;
}

/**
 * The states of all visitor keys that are or were under suspicion, in memory between cycles.
 *
 * Contract: `advance` is called once per cycle in event-time order. It changes nothing by itself;
 * `commit` takes the new states over after they are stored, so a failed cycle can be run again.
 */
export class VerdictBook {
  readonly #states = new Map<string, VerdictState>();

  load(states: readonly VerdictState[]): void {
    this.#states.clear();
    this.commit(states);
  }

  /** The steps of the judged keys, then of those whose verdict expires; ordered by key. */
  advance(
    judgements: readonly Judgement[],
    asOf: number,
    policy: Policy,
  ): readonly BookedTransition[] {
    const judged = new Set(judgements.map(nameOf));
    const steps = judgements.map((judgement) => ({
      ...advanceVerdict(this.#states.get(nameOf(judgement)) ?? null, judgement, asOf, policy),
      judgement,
    }));
    const expiries = [...this.#states.values()]
      .filter((state) => state.phase === 'condemned' && !judged.has(nameOf(state)))
      .map((state) => ({ ...expireVerdict(state, asOf), judgement: null }))
      .filter(({ change }) => change !== 'none');
    return [...steps, ...expiries].toSorted((a, b) => compare(nameOf(a.state), nameOf(b.state)));
  }

  /** Whether a state is worth keeping: that of a visitor never suspected is not. */
  isWorthKeeping(state: VerdictState): boolean {
    return state.phase !== 'observed' || this.#states.has(nameOf(state));
  }

  commit(states: readonly VerdictState[]): void {
    for (const state of states) this.#states.set(nameOf(state), state);
  }
}

function nameOf({ keyType, key }: { readonly keyType: string; readonly key: string }): string {
  return `${keyType}/${key}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
