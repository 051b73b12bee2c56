import { type Judgement } from '#libs/intent';
import { type OperatorOrder, operatorOrders, type Store } from '#libs/store';

/**
 * What persons told the analysis to do, as it stands just now: whether anything is published, which keys were condemned by mistake, and
 * what is to be released.
 */
export class OperatorBoard {
  readonly #store: Store;
  #orders: readonly OperatorOrder[] = [];
  #pardons = new Map<string, readonly ReadonlySet<string>[]>();

  constructor(store: Store) {
    this.#store = store;
  }

  /** Reads the orders again. */
  async refresh(): Promise<void> {
    this.#orders = await this.#store.query<OperatorOrder>(operatorOrders);
    this.#pardons = new Map();
    for (const order of this.confirmedAppeals()) {
      const name = nameOf(order);
      const known = this.#pardons.get(name) ?? [];
      this.#pardons.set(name, [...known, new Set(order.codes)]);
    }
  }

  get publication(): 'run' | 'stop' | 'lift' {
    const newest = this.#orders.findLast(({ kind }) => PUBLICATION[kind] !== undefined);
    return (newest && PUBLICATION[newest.kind]) ?? 'run';
  }

  confirmedAppeals(): readonly OperatorOrder[] {
    return this.#orders.filter(({ kind, confirmed }) => kind === 'appeal' && confirmed);
  }

  releases(): readonly OperatorOrder[] {
    return this.#orders.filter(({ kind }) => kind === 'release');
  }

  /** Whether a mistake would be repeated: the key was appealed, and no reason speaks against it that did not then. */
  isPardoned({ evidence, ...named }: Judgement): boolean {
    const against = evidence.filter(({ weight }) => weight > 0).map(({ code }) => code);
    const pardons = this.#pardons.get(nameOf(named)) ?? [];
    return pardons.some((codes) => against.every((code) => codes.has(code)));
  }
}

const PUBLICATION: Readonly<Partial<Record<OperatorOrder['kind'], 'run' | 'stop' | 'lift'>>> = {
  stop: 'stop',
  lift_all: 'lift',
  resume: 'run',
};

const nameOf = ({ keyType, key }: { readonly keyType: string; readonly key: string }): string =>
  `${keyType}/${key}`;
