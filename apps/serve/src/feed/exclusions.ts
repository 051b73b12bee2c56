import { type Logger } from '#libs/platform';
import { loadPolicy } from '#libs/sources';
import { statSync } from 'node:fs';
import { type FeedConfig } from './feed-config.js';

/**
 * What no feed may hold: the addresses that configuration names and those that the policy allows, asked once more
 * here, though the analysis publishes no verdict on them.
 */
export class Exclusions {
  readonly #path: string;
  readonly #always: readonly string[];
  #allowed: readonly string[] = [];
  #changedAt = 0;

  /** @throws SourcesError when there is a policy and it cannot be used: feeds without it would say too much */
  constructor(
    { EXPORT_NEVER, POLICY_FILE }: Pick<FeedConfig, 'EXPORT_NEVER' | 'POLICY_FILE'>,
    private readonly logger: Logger,
  ) {
    this.#always = EXPORT_NEVER;
    this.#path = POLICY_FILE;
    if (this.#path === '') return;
    this.#changedAt = this.#lastChange();
    this.#allowed = loadPolicy(this.#path).allow.addresses;
  }

  get cidrs(): readonly string[] {
    return [...this.#always, ...this.#allowed];
  }

  /** Reads the policy again where it changed; one that cannot be used changes nothing. @returns whether it did */
  refresh(): boolean {
    const at = this.#path === '' ? 0 : this.#lastChange();
    if (at === this.#changedAt) return false;
    this.#changedAt = at;
    try {
      this.#allowed = loadPolicy(this.#path).allow.addresses;
      return true;
    } catch (error) {
      this.logger.error('the policy cannot be used; what it allowed before stays allowed', {
        error,
      });
      return false;
    }
  }

  /** Milliseconds since the epoch; 0 where there is no such file. */
  #lastChange(): number {
    return statSync(this.#path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  }
}
