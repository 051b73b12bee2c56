import { type Logger } from '#libs/platform';
import { statSync } from 'node:fs';
import { loadPolicy } from './load-policy.js';

/**
 * What no feed and no list may hold: the addresses that configuration names and those that the policy allows, asked
 * once more when verdicts leave the house, though the analysis publishes none on them.
 */
export class Exclusions {
  #allowed: readonly string[] = [];
  #changedAt = 0;

  /**
   * @param always addresses and CIDR blocks
   * @param policyFile its path; '' for none
   * @throws SourcesError when there is a policy and it cannot be used: without it too much would leave
   */
  constructor(
    private readonly always: readonly string[],
    private readonly policyFile: string,
    private readonly logger: Logger,
  ) {
    if (policyFile === '') return;
    this.#changedAt = this.#lastChange();
    this.#allowed = loadPolicy(policyFile).allow.addresses;
  }

  get cidrs(): readonly string[] {
    return [...this.always, ...this.#allowed];
  }

  /** Reads the policy again where it changed; one that cannot be used changes nothing. @returns whether it did */
  refresh(): boolean {
    const at = this.policyFile === '' ? 0 : this.#lastChange();
    if (at === this.#changedAt) return false;
    this.#changedAt = at;
    try {
      this.#allowed = loadPolicy(this.policyFile).allow.addresses;
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
    return statSync(this.policyFile, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  }
}
