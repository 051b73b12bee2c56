import { type ClientContext } from './client-context.js';
import { type SubVisitor } from './sub-visitor.js';

/** What somebody behind a client does that hardly anybody does. */
export type StrangeConduct = (one: SubVisitor, context: ClientContext) => boolean;

/**
 * All keys of the same kind behind the same client that behave like that, the one itself among them. They are looked for once for each
 * client and kind, however many of them ask.
 */
export function companyOf(
  does: StrangeConduct,
): (one: SubVisitor, context: ClientContext) => readonly SubVisitor[] {
  const known = new WeakMap<ClientContext, Map<SubVisitor['kind'], readonly SubVisitor[]>>();
  return ({ kind }, context) => {
    const ofClient = known.get(context) ?? new Map<SubVisitor['kind'], readonly SubVisitor[]>();
    known.set(context, ofClient);
    const company =
      ofClient.get(kind) ?? context.behind(kind).filter((other) => does(other, context));
    ofClient.set(kind, company);
    return company;
  };
}
