import { weigh } from '../evidence/weigh.js';
import { type ClientFigures } from './client-figures.js';
import { type SubVisitorRule } from './client-threat.js';
import { companyOf, type StrangeConduct } from './company-of.js';
import { type SubVisitor } from './sub-visitor.js';

/** Failures out of tries, of a sub-visitor and of its whole client. */
export interface Outcomes {
  readonly failures: (figures: SubVisitor | ClientFigures) => number;
  readonly tries: (figures: SubVisitor | ClientFigures) => number;
}

/** Two or more may be chance; three that do the same are company. */
const COMPANY = 3;

/** A client has fewer servers that fail together while others of its servers do not. Assumption. */
const CROWD = 8;

/** Others behind the same client do what this one does, though hardly anybody does. */
export function othersDoTheSame(does: StrangeConduct): SubVisitorRule {
  const companyBehind = companyOf(does);
  return (one, context) => {
    if (!does(one, context)) return null;
    const alike = companyBehind(one, context).length;
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
 * no rest to compare with: then nobody knows what is ordinary for the client. A crowd that behaves like that is no part of the rest, lest
 * attackers excuse each other: where something is out of order, those fail, too, who try a few times and give up.
 */
export function clientFailsAlike(
  { failures, tries }: Outcomes,
  does: StrangeConduct,
): SubVisitorRule {
  const companyBehind = companyOf(does);
  return (one, context) => {
    if (failures(one) === 0) return null;
    const own = failures(one) / tries(one);
    const company = does(one, context) ? companyBehind(one, context) : [];
    const apart = company.length >= CROWD ? company : [one];
    const others = without(apart, tries, context.client);
    const rest = others < COMPARABLE ? null : without(apart, failures, context.client) / others;
    if (rest !== null && rest * 2 < own) return null;
    const { client } = context.client;
    return weigh('CLIENT_FAILS_ALIKE', {
      value: round(own),
      baseline: rest === null ? null : round(rest),
      text:
        rest === null
          ? `nobody else behind ${client} shows what is ordinary for it`
          : `the rest behind ${client} fails alike (${Math.round(rest * 100)} of 100)`,
    });
  };
}

function without(
  some: readonly SubVisitor[],
  figure: (figures: SubVisitor | ClientFigures) => number,
  client: ClientFigures,
): number {
  return some.reduce((left, one) => left - figure(one), figure(client));
}

/** Under so many tries of the others, a share of failures says nothing. Assumption. */
const COMPARABLE = 5;

function round(share: number): number {
  return Math.round(share * 1000) / 1000;
}
