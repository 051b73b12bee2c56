import { statSync } from 'node:fs';
import { type Policy } from '#libs/intent';
import { loadPolicy, SourcesError } from '#libs/sources';

/**
 * The policy of a file, read again when the file changes. A file that cannot be used, or is gone, changes nothing: the policy
 * before holds until it can be.
 */
export class PolicyFile {
  readonly #path: string;
  #policy: Policy;
  #changedAt: number;

  constructor(path: string, policy: Policy) {
    this.#path = path;
    this.#policy = policy;
    this.#changedAt = changedAt(path);
  }

  get policy(): Policy {
    return this.#policy;
  }

  /** Looks whether the file has changed; gives what became of that, or null where it has not. */
  refresh(): { readonly version: string } | { readonly problem: string } | null {
    const at = changedAt(this.#path);
    if (at === this.#changedAt) return null;
    this.#changedAt = at;
    try {
      this.#policy = loadPolicy(this.#path);
      return { version: this.#policy.version };
    } catch (error) {
      if (error instanceof SourcesError) return { problem: error.message };
      throw error;
    }
  }
}

/** Milliseconds since the epoch; 0 where there is no such file. */
function changedAt(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
