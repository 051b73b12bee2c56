import { Injectable, Logger } from '@nestjs/common';

type CheckStatus = 'ok' | 'failed' | 'timed_out';

/** Whether the process can do its work now, check by check. Reasons are in the log, not here. */
export interface ReadinessReport {
  readonly ready: boolean;
  readonly checks: Readonly<Record<string, CheckStatus>>;
}

interface ReadinessCheck {
  readonly check: () => Promise<unknown>;
  readonly timeoutMs: number;
}

/** How long a check may take: below the usual scrape and probe timeouts of 5 and 10 s. */
const DEFAULT_TIMEOUT_MS = 2_000;

/** What a process needs before it can work, registered by name by whoever needs it. */
@Injectable()
export class ReadinessRegistry {
  readonly #checks = new Map<string, ReadinessCheck>();
  readonly #last = new Map<string, CheckStatus>();
  readonly #logger = new Logger('readiness');

  /**
   * Adds a check: it resolves when the thing is usable (resolving with `false` counts as not) and
   * rejects otherwise.
   */
  register(name: string, check: () => Promise<unknown>, timeoutMs = DEFAULT_TIMEOUT_MS): void {
    this.#checks.set(name, { check, timeoutMs });
  }

  /** Runs every check at once, each within its own timeout. */
  async report(): Promise<ReadinessReport> {
    const results = await Promise.all(
      [...this.#checks].map(async ([name, check]) => [name, await this.#run(name, check)] as const),
    );
    return {
      ready: results.every(([, status]) => status === 'ok'),
      checks: Object.fromEntries(results),
    };
  }

  async #run(name: string, { check, timeoutMs }: ReadinessCheck): Promise<CheckStatus> {
    let timer: NodeJS.Timeout | undefined;
    const timeout = new Promise<'timed_out'>((resolve) => {
      timer = setTimeout(resolve, timeoutMs, 'timed_out');
    });
    try {
      const outcome = await Promise.race([settle(check), timeout]);
      const status = outcome instanceof Error ? 'failed' : outcome;
      this.#tellChange(name, status, outcome);
      return status;
    } finally {
      clearTimeout(timer);
    }
  }

  #tellChange(name: string, status: CheckStatus, reason: unknown): void {
    if ((this.#last.get(name) ?? 'ok') === status) return;
    this.#last.set(name, status);
    if (status === 'ok') this.#logger.log(`${name} is ready again`);
    else this.#logger.warn(`${name} is not ready (${status})`, { reason });
  }
}

async function settle(check: () => Promise<unknown>): Promise<'ok' | Error> {
  try {
    return (await check()) === false ? new Error('the check answered false') : 'ok';
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}
