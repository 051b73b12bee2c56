import { weigh } from '../evidence/weigh.js';
import { type ClientFigures } from './client-figures.js';
import { type ClientContext } from './client-context.js';
import { type SubVisitorRule } from './client-threat.js';
import { type SubVisitor } from './sub-visitor.js';

/** Failures out of tries, of a sub-visitor and of its whole client. */
export interface Outcomes {
  readonly failures: (figures: SubVisitor | ClientFigures) => number;
  readonly tries: (figures: SubVisitor | ClientFigures) => number;
}

/** Two or more may be chance; three that do the same are company. */
const COMPANY = 3;

/** Others behind the same client do what this one does, though hardly anybody does. */
export function othersDoTheSame(
  does: (one: SubVisitor, context: ClientContext) => boolean,
): SubVisitorRule {
  return (one, context) => {
    if (!does(one, context)) return null;
    const alike = context.count(one.kind, (other) => does(other, context));
    return alike >= COMPANY
      ? weigh('OTHERS_DO_THE_SAME', {
          value: alike,
          strength: Math.min(2, Math.log(alike)),
          text: `is one of ${alike} behind ${one.client} that do the same`,
        })
      : null;
  };
}

/**
 * The rest of the client fails alike: an outage, an expired certificate, a release that went wrong. Said as well where there is
 * no rest to compare with: then nobody knows what is ordinary for the client.
 */
export function clientFailsAlike({ failures, tries }: Outcomes): SubVisitorRule {
  return (one, { client }) => {
    if (failures(one) === 0) return null;
    const own = failures(one) / tries(one);
    const others = tries(client) - tries(one);
    const rest = others < COMPARABLE ? null : (failures(client) - failures(one)) / others;
    if (rest !== null && rest * 2 < own) return null;
    return weigh('CLIENT_FAILS_ALIKE', {
      value: round(own),
      baseline: rest === null ? null : round(rest),
      text:
        rest === null
          ? `nobody else behind ${client.client} shows what is ordinary for it`
          : `the rest behind ${client.client} fails alike (${Math.round(rest * 100)} of 100)`,
    });
  };
}

/** Under so many tries of the others, a share of failures says nothing. Assumption. */
const COMPARABLE = 5;

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
