import { RateLimiterMemory } from 'rate-limiter-flexible';

/** Wrong keys one address may try in a minute: a mistyped configuration is told so, guessing is not worth it. */
const WRONG_KEYS_PER_MINUTE = 20;

/** How often somebody may ask. */
export class FeedLimits {
  readonly #perKey: RateLimiterMemory;
  readonly #wrongKeys = new RateLimiterMemory({ points: WRONG_KEYS_PER_MINUTE, duration: 60 });

  constructor(requestsPerMinute: number) {
    this.#perKey = new RateLimiterMemory({ points: requestsPerMinute, duration: 60 });
  }

  /** Counts a request of a key; @returns seconds to wait, 0 for none */
  ofKey(name: string): Promise<number> {
    return waitAfter(this.#perKey, name);
  }

  /** Counts a wrong key of an address; @returns seconds to wait, 0 for none */
  ofWrongKey(address: string): Promise<number> {
    return waitAfter(this.#wrongKeys, address);
  }
}

async function waitAfter(limiter: RateLimiterMemory, name: string): Promise<number> {
  try {
    await limiter.consume(name);
    return 0;
  } catch (refusal) {
    const { msBeforeNext } = refusal as { msBeforeNext?: number };
    return Math.max(1, Math.ceil((msBeforeNext ?? 1_000) / 1_000));
  }
}
