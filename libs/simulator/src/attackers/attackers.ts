import { EVASIONS, type Evasion } from '../world/evasion.js';
import { type Populate } from '../world/population.js';
import { type World } from '../world/world.js';
import { apiFootprinting } from './api-footprinting.js';
import { cardTesting } from './card-testing.js';
import { commentSpam } from './comment-spam.js';
import { compromisedTpp } from './compromised-tpp.js';
import { apiCredentialCracking, editorCredentialCracking } from './credential-cracking.js';
import { EVASION_TRAITS } from './evasion-traits.js';
import { fakeAccounts } from './fake-accounts.js';
import { fastScraping } from './fast-scraping.js';
import { giftCardCracking } from './gift-card-cracking.js';
import { impostorFootprinting, impostorScrapers } from './impostor-crawlers.js';
import { lowAndSlowStuffing } from './low-and-slow-stuffing.js';
import { noisyApiStuffing, noisyStuffing } from './noisy-stuffing.js';
import { headlessScraping, patientScraping } from './patient-scraping.js';
import { distributedFlood, singleSourceFlood } from './search-flood.js';
import { prefixScraping, prefixStuffing } from './prefix-hopping.js';
import { type Tactic } from './tactic.js';
import { tacticCampaign } from './tactic-campaign.js';
import { TACTICS } from './tactics.js';
import { consentStuffing, hourlyAggregation, tokenProbing } from './tpp-abuse.js';
import {
  oneShotProbes,
  scannerRuns,
  secretFileProbing,
  webShellHunting,
} from './vulnerability-scanning.js';

/** Campaigns with a shape of their own, part of every estate that has their class and level. */
const CAMPAIGNS: readonly (readonly [oat: string, level: Evasion, populate: Populate])[] = [
  ['OAT-008', 'naive', noisyStuffing],
  ['OAT-008', 'naive', noisyApiStuffing],
  ['OAT-008', 'low_and_slow', lowAndSlowStuffing],
  ['OAT-007', 'residential', apiCredentialCracking],
  ['OAT-007', 'rotating', editorCredentialCracking],
  ['OAT-011', 'naive', fastScraping],
  ['OAT-011', 'residential', patientScraping],
  ['OAT-011', 'headless', headlessScraping],
  ['OAT-014', 'naive', scannerRuns],
  ['OAT-014', 'naive', webShellHunting],
  ['OAT-014', 'rotating', secretFileProbing],
  ['OAT-014', 'low_and_slow', oneShotProbes],
  ['OAT-018', 'naive', apiFootprinting],
  ['OAT-015', 'naive', singleSourceFlood],
  ['OAT-015', 'residential', distributedFlood],
  ['OAT-011', 'rotating', impostorScrapers],
  ['OAT-018', 'naive', impostorFootprinting],
  ['OAT-020', 'low_and_slow', compromisedTpp],
  ['OAT-021', 'naive', consentStuffing],
  ['OAT-007', 'residential', tokenProbing],
  ['OAT-020', 'naive', hourlyAggregation],
  ['OAT-001', 'rotating', cardTesting],
  ['OAT-019', 'residential', fakeAccounts],
  ['OAT-002', 'naive', giftCardCracking],
  ['OAT-017', 'rotating', commentSpam],
  ['OAT-011', 'rotating', prefixScraping],
  ['OAT-008', 'rotating', prefixStuffing],
];

/** Members of all campaigns together when classes or levels are chosen: near a quarter of the people at scale 1. */
const CHOSEN_MEMBERS = 1300;

/** Which attackers are wanted; what is not given is not restricted. */
export interface AttackChoice {
  readonly classes?: readonly string[] | undefined;
  readonly evasion?: readonly Evasion[] | undefined;
}

const isChosen = ({ classes, evasion }: AttackChoice, oat: string, level: Evasion): boolean =>
  (classes?.includes(oat) ?? true) && (evasion?.includes(level) ?? true);

/**
 * The attackers of an estate. Without a choice the usual ones: every class naive and at one or two further levels. With a choice every class and level of it,
 * the fewer are chosen the larger each.
 */
export function attackers(choice: AttackChoice): Populate[] {
  const usual = choice.classes === undefined && choice.evasion === undefined;
  const campaigns = CAMPAIGNS.filter(([oat, level]) => isChosen(choice, oat, level));
  const tactics = TACTICS.flatMap((tactic) =>
    EVASIONS.filter((level) => isChosen(choice, tactic.class, level)).map((level) => ({
      tactic,
      level,
    })),
  );
  const sum = tactics.reduce((total, { level }) => total + EVASION_TRAITS[level].members.base, 0);
  const emphasis = Math.min(10, Math.max(0.3, CHOSEN_MEMBERS / sum));
  return [
    ...campaigns.map(([, , populate]) => populate),
    ...tactics.flatMap(({ tactic, level }) => {
      const wanted = usual ? tactic.usual[level] : chosen(level, emphasis);
      return wanted === undefined ? [] : [campaignOf(tactic, level, wanted)];
    }),
  ];
}

function chosen(level: Evasion, emphasis: number): number {
  const { least, base, most } = EVASION_TRAITS[level].members;
  return Math.min(most, Math.max(least, Math.round(base * emphasis)));
}

function campaignOf(tactic: Tactic, level: Evasion, members: number): Populate {
  const { least } = EVASION_TRAITS[level].members;
  return (world: World) => tacticCampaign(world, tactic, level, world.count(members, least));
}
