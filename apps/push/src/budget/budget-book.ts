import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { type BudgetLevel, fullBudget, type RateBudget, spend } from '#libs/enforcement';
import { type Clock, type Logger } from '#libs/platform';
import { TargetError } from '../targets/target-error.js';

/** A cycle does not wait longer for a budget; it ends, and the next one starts when there is some again. */
const LONGEST_WAIT_MS = 20_000;
/** What was spent is on disk so soon after; a process that is killed forgets no more than that. */
const SAVE_AFTER_MS = 250;

export interface BudgetBookParts {
  /** Where levels outlive the process; null for a check, which sends nothing. */
  readonly path: string | null;
  readonly clock: Clock;
  readonly sleep: (milliseconds: number) => Promise<void>;
  readonly logger: Logger;
}

/** Spends rate budgets, and remembers across restarts what is left of them. */
export class BudgetBook {
  readonly #parts: BudgetBookParts;
  readonly #levels: Map<string, BudgetLevel>;
  #saving: NodeJS.Timeout | undefined;

  constructor(parts: BudgetBookParts) {
    this.#parts = parts;
    this.#levels = new Map(Object.entries(read(parts)));
  }

  /** Waits until so much of the budget is there. @throws TargetError BUDGET_SPENT when that takes too long */
  async spend(name: string, budget: RateBudget, cost = 1): Promise<void> {
    const { clock, sleep } = this.#parts;
    for (;;) {
      const now = clock.now();
      const known = this.#levels.get(name) ?? fullBudget(budget, now);
      const { level, waitMs } = spend(budget, known, cost, now);
      this.#levels.set(name, level);
      if (waitMs === 0) break;
      if (waitMs > LONGEST_WAIT_MS) throw spent(name, waitMs);
      await sleep(waitMs);
    }
    this.#saving ??= setTimeout(() => {
      this.save();
    }, SAVE_AFTER_MS).unref();
  }

  /** Never fails: without the file a restart may spend a budget twice, and the target answers 429. */
  save(): void {
    clearTimeout(this.#saving);
    this.#saving = undefined;
    const { path, logger } = this.#parts;
    if (path === null) return;
    try {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(`${path}.new`, JSON.stringify(Object.fromEntries(this.#levels)));
      renameSync(`${path}.new`, path);
    } catch (error) {
      logger.warn('what is left of rate budgets cannot be kept; check PUSH_STATE_DIR', { error });
    }
  }
}

function spent(name: string, waitMs: number): TargetError {
  const seconds = Math.ceil(waitMs / 1_000);
  const message = `The rate budget ${name} is spent for ${seconds} s. Raise "every" of the target, or see who else uses the account.`;
  return new TargetError('BUDGET_SPENT', message, waitMs);
}

function read({ path, logger }: BudgetBookParts): Record<string, BudgetLevel> {
  if (path === null || !existsSync(path)) return {};
  try {
    const levels = JSON.parse(readFileSync(path, 'utf8')) as Record<string, BudgetLevel>;
    const isSound = ({ left, at }: BudgetLevel): boolean =>
      Number.isFinite(left) && Number.isFinite(at);
    return Object.fromEntries(Object.entries(levels).filter(([, level]) => isSound(level)));
  } catch (error) {
    logger.warn('what was left of rate budgets cannot be read; they start full', { path, error });
    return {};
  }
}
