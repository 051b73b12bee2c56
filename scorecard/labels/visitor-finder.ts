import { type LoggedRequest } from '../log/logged-request.js';
import { type LabelledVisitor } from './labelled-visitor.js';

/** Finds the labelled visitor that a request belongs to: the label of its user agent before that of its whole address. */
export class VisitorFinder {
  readonly #byAddress = new Map<string, LabelledVisitor[]>();

  constructor(visitors: readonly LabelledVisitor[]) {
    for (const visitor of visitors) {
      const known = this.#byAddress.get(visitor.address);
      if (known === undefined) this.#byAddress.set(visitor.address, [visitor]);
      else known.push(visitor);
    }
  }

  of({
    address,
    userAgent,
  }: Pick<LoggedRequest, 'address' | 'userAgent'>): LabelledVisitor | undefined {
    const candidates = this.#byAddress.get(address) ?? [];
    return (
      candidates.find((one) => one.userAgent === userAgent) ??
      candidates.find(
        ({ userAgentContains: part }) => part !== undefined && userAgent.includes(part),
      ) ??
      candidates.find((one) => one.userAgent === undefined && one.userAgentContains === undefined)
    );
  }
}
