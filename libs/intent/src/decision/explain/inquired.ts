import { type Estate } from '../../estate.js';
import { type Inquiry } from '../../evidence/inquiry.js';

/** The same estate, with an inquiry into whatever is judged in it. */
export function inquired(estate: Estate, inquiry: Inquiry<Estate>): Estate {
  return new Proxy(estate, {
    get(target, name) {
      if (name === 'inquiry') return inquiry;
      const value: unknown = Reflect.get(target, name, target);
      // Methods may need the estate's private fields, which a proxy does not have.
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
}
