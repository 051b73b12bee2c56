import { type AddressLease } from '../addresses/address-plan.js';
import { arrivals } from '../chance/arrivals.js';
import { type Random } from '../chance/random.js';
import { rhythmAt, SHOP_RHYTHM } from '../chance/rhythm.js';
import { stableShare } from '../chance/stable-hash.js';
import { Client } from '../world/client.js';
import { type Populate } from '../world/population.js';
import { type Visit } from '../world/visit.js';
import { type Visitor } from '../world/visitor.js';
import { type World } from '../world/world.js';
import { THIRD_PARTY_PROVIDERS, type ThirdPartyProvider } from './third-party-providers.js';
import { TppClient } from './tpp-client.js';

const DAY = 86_400_000;
const EGRESS_ADDRESSES = 3;
/** How much faster than one call at a time a batch goes: four workers. */
const BATCH_SPACING = 450;

/** Addresses a TPP calls from; a compromised one is called from there by others too, hence shared. */
export function tppEgress(world: World, clientId: string): AddressLease {
  return world.addresses.shared(clientId, 'hosting', 2 * EGRESS_ADDRESSES);
}

function visitorOf(egress: AddressLease, consent: number): Visitor {
  const address = egress.at(consent % EGRESS_ADDRESSES);
  return {
    address,
    shared: true,
    label: 'good_bot',
    class: 'tpp',
    campaign: '',
    evasion: '',
    kind: 'third_party_provider',
  };
}

/** Milliseconds into the day at which a consent is read for the nth time. */
function pollTime(tpp: ThirdPartyProvider, consent: number, poll: number): number {
  const share = (poll + 0.05) / tpp.pollsPerDay;
  if (tpp.schedule === 'batches') return share * DAY + consent * BATCH_SPACING;
  return (poll + stableShare(`${tpp.clientId}/${consent}`)) * (DAY / tpp.pollsPerDay);
}

type Start = (client: TppClient) => Generator<number, void, void>;

class TppPlay {
  constructor(
    private readonly world: World,
    private readonly tpp: ThirdPartyProvider,
    private readonly egress: AddressLease,
  ) {}

  /** Every consent, several times a day, without the customer. */
  *unattended(): Generator<Visit> {
    const { tpp, world } = this;
    const consents = world.count(tpp.consents, 12);
    const firstDay = Math.floor(world.start / DAY) * DAY;
    const random = world.random(`${tpp.clientId}/polls`);
    for (let day = firstDay; day < world.end; day += DAY) {
      const times = Array.from({ length: consents * tpp.pollsPerDay }, (_, index) => {
        const time = day + pollTime(tpp, index % consents, Math.floor(index / consents));
        return { time: Math.floor(time + random.between(0, 2000)), consent: index % consents };
      }).sort((a, b) => a.time - b.time || a.consent - b.consent);
      for (const { time, consent } of times) {
        if (time < world.start || time >= world.end) continue;
        yield this.visit(time, consent, '', (client) => client.readAccounts());
      }
    }
  }

  /** Customers who open the TPP's app, pay with it, or join. */
  *attended(customers: AddressLease, count: number): Generator<Visit> {
    const { tpp, world } = this;
    const perHour = (time: number): number =>
      (world.count(tpp.attendedPerDay, 10) / 24) * rhythmAt(SHOP_RHYTHM, time);
    const random = world.random(`${tpp.clientId}/attended`);
    for (const start of arrivals(random, world, perHour)) {
      const consent = random.integer(0, count - 1);
      yield this.visit(start, consent, customers.at(consent), this.purpose(random));
    }
  }

  private purpose(random: Random): Start {
    if (this.tpp.startsPayments && random.chance(0.8)) return (client) => client.pay();
    return random.chance(0.06) ? (client) => client.connect() : (client) => client.readAccounts();
  }

  private visit(start: number, consent: number, customerAddress: string, go: Start): Visit {
    const { tpp, world } = this;
    const visitor = visitorOf(this.egress, consent);
    const traits = { visitor, userAgent: tpp.userAgent, protocol: 'HTTP/1.1' };
    return {
      start,
      run(emit) {
        const random = world.random(
          `${tpp.clientId}/${customerAddress}/${consent}`,
          start % 2 ** 31,
        );
        const client = new Client(world, traits, random, emit, start);
        return go(new TppClient(client, { apiClient: tpp.clientId, consent, customerAddress }));
      },
    };
  }
}

/** The unattended and the attended traffic of every TPP. */
export const tppPopulations: readonly Populate[] = THIRD_PARTY_PROVIDERS.map(
  (tpp): Populate =>
    (world) => {
      const play = new TppPlay(world, tpp, tppEgress(world, tpp.clientId));
      const count = world.count(tpp.consents, 12);
      const customers = world.addresses.lease('residential', count);
      const visits = [play.unattended(), play.attended(customers, count)];
      return { visits, campaigns: [] };
    },
);
