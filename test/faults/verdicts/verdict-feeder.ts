import { setTimeout as delay } from 'node:timers/promises';
import { AnalysisJournal, type Store, type VerdictRow } from '#libs/store';

const BATCH = 40;
const KEYS = 200;
const RETRY_MS = 100;
const CHANGES = ['condemned', 'renewed', 'lifted'] as const;

/**
 * Writes verdict changes into ClickHouse as the analysis does, batch after batch, patiently: the same block under the same token until it is
 * in. `storedAt` has when each was in, by its sequence, milliseconds since the epoch.
 */
export class VerdictFeeder {
  readonly storedAt = new Map<number, number>();
  readonly #journal: AnalysisJournal;
  readonly #revisions = new Map<string, number>();
  #isStopped = false;
  #running: Promise<void> = Promise.resolve();
  #sequence = 1;

  constructor(store: Store) {
    this.#journal = new AnalysisJournal(store);
  }

  start(everyMs: number): void {
    this.#running = this.#run(everyMs);
  }

  async stop(): Promise<void> {
    this.#isStopped = true;
    await this.#running;
  }

  async #run(everyMs: number): Promise<void> {
    while (!this.#isStopped) {
      const asOf = Date.now();
      const verdicts = Array.from({ length: BATCH }, (_, i) =>
        this.#change(this.#sequence + i, asOf),
      );
      await this.#write(asOf, verdicts);
      const now = Date.now();
      for (const { sequence } of verdicts) this.storedAt.set(sequence, now);
      this.#sequence += BATCH;
      await delay(everyMs);
    }
  }

  async #write(asOf: number, verdicts: readonly VerdictRow[]): Promise<void> {
    const snapshot = { name: 'fed', tails: [], verdicts: 0, ownStatuses: [] };
    for (;;) {
      try {
        await this.#journal.writeRound({ asOf, snapshot, states: [], verdicts });
        return;
      } catch {
        await delay(RETRY_MS);
      }
    }
  }

  #change(sequence: number, asOf: number): VerdictRow {
    const key = `10.9.0.${sequence % KEYS}`;
    const revision = (this.#revisions.get(key) ?? 0) + 1;
    this.#revisions.set(key, revision);
    const change = CHANGES[revision % CHANGES.length] ?? 'condemned';
    const action = change === 'lifted' ? 'allow' : 'block';
    return {
      sequence,
      verdictId: `fed-${sequence}`,
      change,
      judgement: null,
      messageKey: `default/address/${key}`,
      message: JSON.stringify({ mode: 'enforce', revision, filler: 'x'.repeat(500) }),
      state: {
        keyType: 'address',
        key,
        phase: change === 'lifted' ? 'lifted' : 'condemned',
        action,
        mode: 'enforce',
        intent: { stance: 'malicious', class: 'OAT-014' },
        score: 90,
        revision,
        offences: 1,
        since: asOf,
        expiresAt: change === 'lifted' ? null : asOf + 3_600_000,
        confirmedAt: change === 'lifted' ? null : asOf,
        atMost: 'block',
        because: 'default',
      },
    };
  }
}
