import { exportGuard, type VerdictMessage } from '#libs/enforcement';
import { type Logger, silentLogger } from '#libs/platform';
import { BudgetBook } from '../budget/budget-book.js';
import { parsePushFile } from '../file/load-push-file.js';
import { type DescribedTarget } from '../file/push-file.js';
import { readSecret } from '../file/read-secret.js';
import { TargetLoop } from '../loop/target-loop.js';
import { type PushTarget } from '../targets/push-target.js';

/** A clock that moves when somebody waits for it. */
export class TestClock {
  #now: number;

  constructor(start = Date.parse('2026-03-01T12:00:00.000Z')) {
    this.#now = start;
  }

  readonly now = (): number => this.#now;
  readonly monotonic = (): number => this.#now;
  readonly sleep = (milliseconds: number): Promise<void> => {
    this.#now += milliseconds;
    // Timers of others, such as a fake server's, get their turn.
    return new Promise((resolve) => setImmediate(resolve));
  };
}

export interface Pushed {
  readonly loop: TargetLoop;
  readonly opened: { readonly described: DescribedTarget; readonly target: PushTarget };
  readonly clock: TestClock;
  /** Warnings and errors: message and fields. */
  readonly log: (readonly [string, Readonly<Record<string, unknown>>])[];
  /** The verdicts in force; null while they are not read. */
  verdicts: VerdictMessage[] | null;
  /** So many cycles, the clock moving on by `every` after each. */
  cycles(count: number): Promise<void>;
}

/** A target as the file would describe it, with a clock of its own and verdicts as given. */
export function pushed(
  target: Readonly<Record<string, unknown>>,
  { env = {}, never = [] as readonly string[], clock = new TestClock() } = {},
): Pushed {
  const { targets } = parsePushFile(
    JSON.stringify({ targets: [{ name: 'edge', ...target }] }),
    '-',
  );
  const [described] = targets;
  if (described === undefined) throw new Error('no target');
  const budgets = new BudgetBook({ path: null, clock, sleep: clock.sleep, logger: silentLogger });
  const log: Pushed['log'] = [];
  const note: Logger['warn'] = (message, fields = {}) => log.push([message, fields]);
  const guard = exportGuard({ cidrs: never });
  const opened = described.kind.open(described.description, {
    secret: (reference) => readSecret(reference, env),
    spend: (name, budget, cost) => budgets.spend(name, budget, cost),
    clock,
    sleep: clock.sleep,
  });
  const self: Pushed = {
    clock,
    opened: { described, target: opened },
    log,
    verdicts: [],
    loop: new TargetLoop({
      described,
      target: opened,
      verdicts: (now) =>
        self.verdicts?.filter(
          ({ expires_at: expires }) => expires === null || Date.parse(expires) > now,
        ) ?? null,
      guard: () => guard,
      clock,
      chance: () => 0.5,
      logger: { ...silentLogger, warn: note, error: note },
      onRequest: () => undefined,
      onFailure: () => undefined,
    }),
    cycles: async (count) => {
      for (let cycle = 0; cycle < count; cycle++) {
        await self.loop.cycle();
        await clock.sleep(self.loop.everyMs);
      }
    },
  };
  return self;
}
