import { type TraitName } from './suspect.js';

/**
 * Traits that tell much the same are one group: their likelihood ratios are averaged, so that one fact is
 * not counted twice. Groups are taken as independent given who acts, which naive Bayes needs.
 */
export const traitGroups: readonly (readonly TraitName[])[] = [
  ['fingerprint', 'agent'],
  ['network', 'prefix'],
  ['conduct', 'path'],
  ['pace', 'repeats'],
  ['hour'],
  ['accounts'],
  ['pages'],
  ['acquaintance'],
];

/** What a shared trait is called in a sentence about a visitor. */
export const traitWords: Readonly<Record<TraitName, string>> = {
  fingerprint: 'user agent and TLS fingerprint',
  agent: 'browser version',
  network: 'network',
  prefix: 'address range',
  conduct: 'what it loads besides',
  path: 'way through the site',
  pace: 'pace',
  repeats: 'number of tries',
  hour: 'hour of the day',
  accounts: 'accounts tried by others as well',
  pages: 'pages that few others open',
  acquaintance: 'never seen before',
};
