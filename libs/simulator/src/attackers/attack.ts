import { type AddressLease, type AddressPool } from '../addresses/address-plan.js';
import { type Span } from '../chance/arrivals.js';
import { type Random } from '../chance/random.js';
import { carrierNat } from '../people/carrier-nat-users.js';
import { type Client } from '../world/client.js';
import { machineVisits } from '../world/machines.js';
import { type Population } from '../world/population.js';
import { type Script } from '../world/visit.js';
import { type Evasion } from '../world/evasion.js';
import { type Visitor } from '../world/visitor.js';
import { type World } from '../world/world.js';

/** One campaign: who takes part, from where, when, and what each does. */
export interface Attack {
  /** Identifier and kind, for example `low_and_slow_stuffing`. */
  readonly kind: string;
  /** OWASP automated threat. */
  readonly class: string;
  readonly evasion: Evasion;
  readonly host: string;
  readonly span: Span;
  readonly pool: AddressPool;
  readonly members: number;
  /** One member in so many leaves by a mobile carrier's address, which people use too. */
  readonly oneBehindCarrierIn?: number;
  readonly userAgent: (random: Random, index: number) => string;
  /** HTTP/1.1 unless told: most attack tools speak nothing newer. */
  readonly protocol?: (random: Random) => string;
  /** Share of the span within which members begin (1: any time in it; 0: all at once). */
  readonly spread: number;
  readonly script: (client: Client, index: number) => Script;
}

/** Stops a script at the end of the span. */
export function* until(end: number, script: Script): Script {
  for (let step = script.next(); step.done !== true && step.value < end; step = script.next()) {
    yield step.value;
  }
}

/** One member's address and the truth about it. */
export function memberOf(
  world: World,
  plan: Pick<Attack, 'kind' | 'class' | 'evasion' | 'oneBehindCarrierIn'>,
  lease: AddressLease,
  index: number,
): Visitor {
  const { kind, evasion, oneBehindCarrierIn } = plan;
  const truth = { label: 'bad_bot', class: plan.class, evasion, campaign: kind, kind } as const;
  if (oneBehindCarrierIn === undefined || index % oneBehindCarrierIn !== 1) {
    return { address: lease.at(index), shared: false, ...truth };
  }
  const carrier = carrierNat(world);
  return { address: carrier.lease.at(index % carrier.lines), shared: true, ...truth };
}

/** Plays an attack: each member from an address of its own, or from a carrier's. */
export function attack(world: World, plan: Attack): Population {
  const { kind, span, members } = plan;
  const lease = world.addresses.lease(plan.pool, members);
  const visits = machineVisits(world, kind, members, (index, random) => ({
    visitor: memberOf(world, plan, lease, index),
    userAgent: plan.userAgent(random, index),
    protocol: plan.protocol?.(random) ?? 'HTTP/1.1',
    start: Math.floor(span.start + random.next() * plan.spread * (span.end - span.start)),
    script: (client) => until(span.end, plan.script(client, index)),
  }));
  const campaign = {
    id: kind,
    class: plan.class,
    evasion: plan.evasion,
    kind,
    host: plan.host,
    start: span.start,
    end: span.end,
    visitors: members,
    apiClient: '',
  };
  return { visits: [visits], campaigns: [campaign] };
}

/** The part of the simulated time between two shares (0 to 1) of it. */
export function partOf(world: World, from: number, to: number): Span {
  return { start: world.moment(from), end: world.moment(to) };
}

/** From a share of the simulated time on, for at most so many minutes and at most a twelfth of it. */
export function burst(world: World, from: number, minutes: number): Span {
  const start = world.moment(from);
  return { start, end: Math.min(start + minutes * 60_000, world.moment(from + 1 / 12)) };
}
