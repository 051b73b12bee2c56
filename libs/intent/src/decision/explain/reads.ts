import { type Estate } from '../../estate.js';
import { type Comparison } from '../../evidence/traced-evidence.js';
import { type Visitor } from '../../visitor.js';

/** Records what a rule reads of a visitor and of the estate. Each name once, in order of reading. */
export class Reads {
  readonly #features = new Set<string>();
  readonly #comparisons = new Map<string, Comparison>();

  get features(): readonly string[] {
    return [...this.#features];
  }

  get comparisons(): readonly Comparison[] {
    return [...this.#comparisons.values()];
  }

  visitor(visitor: Visitor): Visitor {
    return {
      ...visitor,
      features: this.#noting(visitor.features, ''),
      identity: this.#noting(visitor.identity, 'identity.', false),
    };
  }

  /** What finds nothing was not compared with. */
  estate(estate: Estate): Estate {
    return new Proxy(estate, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof value !== 'function') return value;
        return (...about: unknown[]): unknown => {
          const answer: unknown = Reflect.apply(value, target, about);
          if (answer !== null) this.#compare(String(name).replace(/Of$/, ''), about.map(String));
          return answer;
        };
      },
    });
  }

  #noting<T extends object>(read: T, prefix: string, deep = true): T {
    return new Proxy(read, {
      get: (target, name) => {
        const value: unknown = Reflect.get(target, name, target);
        if (typeof name === 'symbol' || !Object.hasOwn(target, name)) return value;
        if (deep && typeof value === 'object' && value !== null)
          return this.#noting(value, `${prefix}${name}.`);
        this.#features.add(`${prefix}${name}`);
        return value;
      },
    });
  }

  #compare(kind: string, of: readonly string[]): void {
    this.#comparisons.set(JSON.stringify([kind, of]), { kind, of });
  }
}
