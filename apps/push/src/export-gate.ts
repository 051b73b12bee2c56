import { exportGuard, type Selection } from '#libs/enforcement';
import { type Exclusions } from '#libs/sources';

/** The last question before an address leaves, with what the policy allows as it stands in its file just now. */
export class ExportGate {
  #guard: Selection['guard'];

  /** @throws RangeError when an exclusion is no address and no CIDR block */
  constructor(private readonly exclusions: Exclusions) {
    this.#guard = exportGuard({ cidrs: exclusions.cidrs });
  }

  current(): Selection['guard'] {
    if (this.exclusions.refresh()) this.#guard = exportGuard({ cidrs: this.exclusions.cidrs });
    return this.#guard;
  }
}
