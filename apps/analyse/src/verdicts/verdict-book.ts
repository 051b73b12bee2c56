import {
  advanceVerdict,
  type Circumstances,
  expireVerdict,
  isInForce,
  type Judgement,
  liftVerdict,
  type Policy,
  type ScopedKey,
  supersede,
  type Transition,
  type VerdictState,
} from '#libs/intent';

/** A step of one key, with the judgement that caused it; null where the verdict only expired. */
export interface BookedTransition extends Transition {
  readonly judgement: Judgement | null;
  /** What was known of the key beyond its judgement; null where the verdict only expired. */
  readonly circumstances: Circumstances | null;
  /** Keys whose verdicts a verdict that begins replaces. */
  readonly supersedes?: readonly ScopedKey[];
}

/**
 * The states of all visitor keys that are or were under suspicion, in memory between cycles.
 *
 * Contract: `advance` is called once per cycle in event-time order. It changes nothing by itself;
 * `commit` takes the new states over after they are stored, so a failed cycle can be run again.
 */
export class VerdictBook {
  readonly #states = new Map<string, VerdictState>();
  /** Keys that were decided beside the cycle since it began. */
  readonly #decidedBeside = new Set<string>();

  load(states: readonly VerdictState[]): void {
    this.#states.clear();
    this.commit(states);
  }

  /**
   * The steps of the judged keys, then of those whose verdict expires; ordered by key. A key whose verdict is younger than `asOf`, or
   * was decided beside this cycle, is left as it is: what made it may lie behind what this cycle looks at.
   */
  advance(
    judgements: readonly Judgement[],
    asOf: number,
    policy: Policy,
    circumstancesOf: (judgement: Judgement) => Circumstances,
  ): readonly BookedTransition[] {
    const isLeft = (key: ScopedKey): boolean => this.#decidedBeside.has(nameOf(key));
    return this.#steps(judgements, asOf, policy, circumstancesOf, isLeft);
  }

  /** The steps of the judged keys that are condemned now and were not. */
  condemn(
    judgements: readonly Judgement[],
    asOf: number,
    policy: Policy,
    circumstancesOf: (judgement: Judgement) => Circumstances,
  ): readonly BookedTransition[] {
    const steps = this.#steps(judgements, asOf, policy, circumstancesOf, () => false);
    return steps.filter(({ change }) => change === 'condemned');
  }

  #steps(
    judgements: readonly Judgement[],
    asOf: number,
    policy: Policy,
    circumstancesOf: (judgement: Judgement) => Circumstances,
    isLeft: (key: ScopedKey) => boolean,
  ): readonly BookedTransition[] {
    const judged = new Set(judgements.map(nameOf));
    const isDue = (one: Judgement): boolean => (this.stateOf(one)?.since ?? asOf) <= asOf;
    const due = judgements.filter((one) => isDue(one) && !isLeft(one));
    const steps = due.map((judgement) => {
      const circumstances = circumstancesOf(judgement);
      const previous = this.stateOf(judgement);
      const step = advanceVerdict(previous, judgement, asOf, policy, circumstances);
      return { ...step, judgement, circumstances };
    });
    const unjudged = this.inForce().filter((state) => !judged.has(nameOf(state)) && !isLeft(state));
    const expiries = unjudged
      .map((state) => ({
        ...expireVerdict(state, asOf, policy),
        judgement: null,
        circumstances: null,
      }))
      .filter(({ change }) => change !== 'none');
    return inOrder(settled([...steps, ...expiries], unjudged, asOf));
  }

  stateOf(key: { readonly keyType: string; readonly key: string }): VerdictState | null {
    return this.#states.get(nameOf(key)) ?? null;
  }

  /** Every verdict in force. */
  inForce(): readonly VerdictState[] {
    return [...this.#states.values()].filter(isInForce);
  }

  /** Whether a state is worth keeping: that of a visitor never suspected is not. */
  isWorthKeeping(state: VerdictState): boolean {
    return state.phase !== 'observed' || this.#states.has(nameOf(state));
  }

  commit(states: readonly VerdictState[]): void {
    for (const state of states) this.#states.set(nameOf(state), state);
  }

  /** A cycle begins: it leaves what is decided beside it from now on. */
  beginCycle(): void {
    this.#decidedBeside.clear();
  }

  /** Takes over what was decided beside the cycles. */
  commitBeside(states: readonly VerdictState[]): void {
    this.commit(states);
    for (const state of states) this.#decidedBeside.add(nameOf(state));
  }
}

/** The steps of a cycle, with what new verdicts replace; those that have become needless are lifted. */
function settled(
  steps: readonly BookedTransition[],
  unjudged: readonly VerdictState[],
  asOf: number,
): readonly BookedTransition[] {
  const statesOf = (change: Transition['change']): VerdictState[] =>
    steps.filter((step) => step.change === change).map(({ state }) => state);
  const begun = statesOf('condemned');
  if (begun.length === 0) return steps;
  const expired = new Set(statesOf('lifted').map(nameOf));
  const others = unjudged.filter((state) => !expired.has(nameOf(state)));
  const { needless, replacedBy } = supersede(begun, statesOf('lifted'), others);
  const lifts = needless.map((state) => ({
    ...liftVerdict(state, asOf, 'superseded'),
    judgement: null,
    circumstances: null,
  }));
  const replacing = steps.map((step) =>
    step.change === 'condemned' ? { ...step, supersedes: replacedBy(step.state) } : step,
  );
  return [...replacing, ...lifts];
}

/** By key; what is lifted comes last, so that a visitor is never free between two verdicts. */
function inOrder(steps: readonly BookedTransition[]): readonly BookedTransition[] {
  const isLift = ({ change }: BookedTransition): number => Number(change === 'lifted');
  return steps.toSorted(
    (a, b) => isLift(a) - isLift(b) || compare(nameOf(a.state), nameOf(b.state)),
  );
}

function nameOf({ keyType, key }: { readonly keyType: string; readonly key: string }): string {
  return `${keyType}/${key}`;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
