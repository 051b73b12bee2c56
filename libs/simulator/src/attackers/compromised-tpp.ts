import { THIRD_PARTY_PROVIDERS } from '../bots/third-party-providers.js';
import { tppEgress } from '../bots/tpp-populations.js';
import { openBankingSite, openBankingTargets } from '../sites/open-banking-site.js';
import { machineVisits } from '../world/machines.js';
import { type Populate } from '../world/population.js';
import { type Visitor } from '../world/visitor.js';
import { partOf } from './attack.js';

const CLIENT_ID = 'tpp-pennywise';
/** Calls per consent and poll, on average: token, accounts, and two for each of two accounts. */
const CALLS_PER_POLL = 6;
/** Share of the TPP's volume that is not its own. */
const SHARE = 0.02;

/**
 * A regulated TPP with an intruder inside: two calls in a hundred under its client id walk through account ids that no consent covers. They leave
 * by one of the TPP's own addresses, with the intruder's library as user agent; by address, client id and volume they are the TPP.
 */
export const compromisedTpp: Populate = (world) => {
  const tpp = THIRD_PARTY_PROVIDERS.find(({ clientId }) => clientId === CLIENT_ID);
  if (!tpp) throw new RangeError(`${CLIENT_ID} is not among the TPPs.`);
  const span = partOf(world, 0.25, 0.9);
  const truth = {
    label: 'bad_bot',
    class: 'OAT-020',
    campaign: 'compromised_tpp',
    evasion: 'low_and_slow',
  } as const;
  const address = tppEgress(world, CLIENT_ID).at(1);
  const visitor: Visitor = { address, shared: true, ...truth, kind: 'compromised_tpp' };
  const volume = world.count(tpp.consents, 12) * tpp.pollsPerDay * CALLS_PER_POLL * world.days;
  const calls = Math.max(24, Math.round(volume * SHARE));
  const pause = (span.end - span.start) / calls;
  const visits = machineVisits(world, 'compromised_tpp', 1, (_index, random) => ({
    visitor,
    userAgent: 'okhttp/4.9.2',
    start: span.start,
    *script(client) {
      for (let turn = 0; turn < calls; turn += 1) {
        client.send({
          site: openBankingSite,
          target: `${openBankingTargets.accounts}/${22_140_000 + turn * 3}/balances`,
          apiClient: CLIENT_ID,
          signedIn: true,
          accepted: random.chance(0.04),
          fapiInteractionId: random.hex(32),
          consent: `aac-${random.hex(10)}`,
        });
        yield client.wait(random.exponential(pause * 0.95));
      }
    },
  }));
  const campaign = {
    ...{
      id: 'compromised_tpp',
      class: truth.class,
      evasion: truth.evasion,
      kind: 'compromised_tpp',
    },
    ...{ host: openBankingSite.host, start: span.start, end: span.end },
    visitors: 1,
    apiClient: CLIENT_ID,
  };
  return { visits: [visits], campaigns: [campaign] };
};
