import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { encodeLifted, encodeVerdict, verdictKey } from '#libs/enforcement';
import {
  type Action,
  advanceVerdict,
  defaultPolicy,
  traceJudgement,
  type TracedJudgement,
  type VerdictState,
} from '#libs/intent';
import { AnalysisJournal, type Store } from '#libs/store';
import { estateWith } from '../../../libs/intent/src/testing/ordinary-estate.js';
import {
  visitorFrom,
  type VisitorSketch,
} from '../../../libs/intent/src/testing/ordinary-visitor.js';

/** A visitor that logs in like two hundred others: whom the verdicts here are about. */
const GOLDEN = JSON.parse(
  readFileSync('test/cases/intent-low-and-slow-login/case.json', 'utf8'),
) as VisitorSketch & { readonly estate?: Parameters<typeof estateWith>[0] };

/** What a verdict says beside whom it is about. */
interface Sentence {
  readonly action?: Action;
  readonly ttlMs?: number;
  readonly mode?: VerdictState['mode'];
}

/** Writes verdicts into the store through the journal and the encoders that the analysis uses. */
export class VerdictHistory {
  readonly #journal: AnalysisJournal;
  readonly #states = new Map<string, VerdictState>();

  constructor(store: Store) {
    this.#journal = new AnalysisJournal(store);
  }

  /** A verdict on an address, or on a /24 or /64; again for a key that has one, it changes or renews it. */
  condemn(
    key: string,
    { action = 'block', ttlMs = 600_000, mode = 'enforce' }: Sentence = {},
  ): Promise<void> {
    return this.condemnAll([key], { action, ttlMs, mode });
  }

  async condemnAll(keys: readonly string[], sentence: Required<Sentence>): Promise<void> {
    const now = Date.now();
    const { action, ttlMs, mode } = sentence;
    await this.#write(
      keys.map((key) => {
        const { state, judgement } = judged(key, now);
        const revision = (this.#states.get(key)?.revision ?? 0) + 1;
        const next = { ...state, action, mode, revision, expiresAt: now + ttlMs };
        return { change: 'condemned', state: next, judgement };
      }),
      now,
    );
  }

  async lift(key: string): Promise<void> {
    const state = this.#states.get(key);
    if (state === undefined) throw new Error(`${key} has no verdict`);
    const lifted = { ...state, phase: 'lifted' as const, revision: state.revision + 1 };
    const change = { change: 'lifted', state: { ...lifted, expiresAt: null }, judgement: null };
    await this.#write([change], Date.now());
  }

  async #write(
    changes: readonly {
      readonly change: string;
      readonly state: VerdictState;
      readonly judgement: TracedJudgement | null;
    }[],
    asOf: number,
  ): Promise<void> {
    const { nextSequence } = await this.#journal.resume();
    const snapshot = { name: 'none', tails: [], verdicts: 0, ownStatuses: [] };
    const verdicts = changes.map(({ change, state, judgement }, at) => {
      const verdictId = randomUUID();
      const context = {
        ...{
          verdictId,
          tenant: 'default',
          windowFrom: asOf - 1,
          asOf,
          query: 'visitor-features@1',
        },
        ...{ snapshot: 'none', model: 'assumed-1', policy: defaultPolicy },
      };
      const message =
        judgement === null
          ? encodeLifted(state, null, context)
          : encodeVerdict(state, judgement, context);
      const messageKey = verdictKey('default', state.keyType, state.key);
      const row = { sequence: nextSequence + at, verdictId, change, state, judgement, messageKey };
      return { ...row, message: JSON.stringify(message) };
    });
    await this.#journal.writeRound({ asOf, snapshot, states: [], verdicts });
    for (const { state } of changes) this.#states.set(state.key, state);
  }
}

function judged(key: string, asOf: number): { state: VerdictState; judgement: TracedJudgement } {
  const keyType = key.includes('/') ? ('prefix' as const) : ('address' as const);
  const estate = estateWith(GOLDEN.estate ?? {});
  const group = { address: visitorFrom(GOLDEN), agents: [], place: 0 };
  const golden = traceJudgement(group, estate);
  const features = { ...golden.features, address: key };
  const judgement = { ...golden, keyType, key, features };
  const { state } = advanceVerdict(null, judgement, asOf, defaultPolicy);
  return { state, judgement };
}
