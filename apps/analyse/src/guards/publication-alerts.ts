import { type GuardFinding } from '#libs/intent';
import { type Logger } from '#libs/platform';
import { faultOf } from './fault-of.js';

/** What alerts set: how much is held, by reason. */
interface HeldGauge {
  set(held: Readonly<Record<string, number>>): void;
}

/** Says why verdicts are not published: a line in the log at level error, and a metric. */
export class PublicationAlerts {
  readonly #gauge: HeldGauge;
  readonly #logger: Logger;

  constructor(gauge: HeldGauge, logger: Logger) {
    this.#gauge = gauge;
    this.#logger = logger;
  }

  /** After each cycle; `held` counts changes by reason. */
  cycle(findings: readonly GuardFinding[], held: Readonly<Record<string, number>>): void {
    this.#gauge.set(held);
    for (const { reason, text } of findings) {
      this.#logger.error(`publication held: ${text}`, { reason, held: held[reason] ?? 0 });
    }
  }

  /** A cycle that failed publishes nothing either. */
  failed(error: unknown): void {
    const reason = faultOf(error);
    if (reason === null) return;
    this.#gauge.set({ [reason]: 1 });
    this.#logger.error('publication held: the cycle failed, what was published before stays', {
      reason,
    });
  }
}
