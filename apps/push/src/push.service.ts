import { type TargetStatus } from '#libs/enforcement';
import { type BeforeApplicationShutdown, type OnApplicationBootstrap } from '@nestjs/common';
import { setTimeout } from 'node:timers/promises';
import { type BudgetBook } from './budget/budget-book.js';
import { type TargetLoop } from './loop/target-loop.js';
import { type PushConfig } from './push-config.js';
import { type VerdictFeed } from './verdicts/verdict-feed.js';

/** A target whose request is under way gets so long to end when the process does. */
const STOP_WITHIN_MS = 5_000;
/** While the topic is being read for the first time, so often it is looked whether it is. */
const LOOK_AGAIN_MS = 200;

/** Runs the loops of all targets beside each other, from start to shutdown. */
export class PushService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #ending = new AbortController();
  #running: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly mode: PushConfig['PUSH_MODE'],
    private readonly feed: VerdictFeed,
    private readonly loops: readonly TargetLoop[],
    private readonly budgets: BudgetBook,
  ) {}

  get statuses(): readonly TargetStatus[] {
    return this.loops.map(({ status }) => status);
  }

  onApplicationBootstrap(): void {
    if (this.mode !== 'run') return;
    void this.feed.follow();
    this.#running = Promise.all(this.loops.map((loop) => this.#run(loop)));
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.#ending.abort();
    await Promise.race([
      Promise.all([this.feed.stop(), this.#running]),
      setTimeout(STOP_WITHIN_MS, undefined, { ref: false }),
    ]);
    this.budgets.save();
  }

  async #run(loop: TargetLoop): Promise<void> {
    const { signal } = this.#ending;
    while (!signal.aborted) {
      await loop.cycle();
      const pause = loop.status.state === 'starting' ? LOOK_AGAIN_MS : loop.everyMs;
      await setTimeout(pause, undefined, { signal }).catch(() => undefined);
    }
  }
}
