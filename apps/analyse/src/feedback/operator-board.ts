import { blockOf, type Judgement, prefixName, type ScopedKey } from '#libs/intent';
import { type OperatorOrder, operatorOrders, type Store } from '#libs/store';

/**
 * What persons told the analysis to do, as it stands just now: whether anything is published, which keys were condemned by mistake, and
 * what is to be released.
 */
export class OperatorBoard {
  readonly #store: Store;
  #orders: readonly OperatorOrder[] = [];
  #pardons = new Map<string, readonly ReadonlySet<string>[]>();
  /** Prefixes with addresses that were condemned by mistake. */
  #pardonedWithin: ReadonlySet<string | null> = new Set();

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
    this.#pardonedWithin = new Set(this.confirmedAppeals().map(prefixOf));
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

  /**
   * Whether a mistake would be repeated: the key was appealed, and no reason speaks against it that did not then; or it is a prefix,
   * and an address there was appealed for whatever reason.
   */
  isPardoned({ evidence, ...named }: Judgement): boolean {
    if (named.keyType === 'prefix' && this.#pardonedWithin.has(prefixName(named.key))) return true;
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

/** The name of the prefix that an order's address is in; null for keys that are of none, and for whole prefixes. */
function prefixOf({ keyType, key }: OperatorOrder): string | null {
  const block = keyType === 'prefix' ? null : blockOf({ keyType, key } as ScopedKey);
  return block === null ? null : prefixName(block);
}

const nameOf = ({ keyType, key }: { readonly keyType: string; readonly key: string }): string =>
  `${keyType}/${key}`;
