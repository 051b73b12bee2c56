import { attackers } from './attackers/attackers.js';
import { type Incident } from './incidents/incident.js';
import { LabelLedger } from './truth/label-ledger.js';
import { type VisitorLabel } from './truth/visitor-label.js';
import { type Campaign } from './world/campaign.js';
import { playVisits } from './world/play-visits.js';
import { type Population } from './world/population.js';
import { POPULATIONS } from './world/populations.js';
import { type SimulatedRequest } from './world/simulated-request.js';
import { type EstateOptions, World } from './world/world.js';

/** A simulated enterprise: its traffic and the truth about it. */
export interface Estate {
  /** All requests in order of event time, made as they are asked for; every call begins again and gives the same. */
  requests(): Generator<SimulatedRequest, void, void>;
  /** The truth about every visitor of the log, in order of first appearance. Plays the whole time once if `requests` has not been read to its end before. */
  labels(): readonly VisitorLabel[];
  readonly campaigns: readonly Campaign[];
  readonly incidents: readonly Incident[];
}

function populate(world: World): Population[] {
  return [...POPULATIONS, ...attackers(world.attacks)].map((make) => make(world));
}

/**
 * Simulates the sites of an enterprise (shops and a ticket office in three languages, a news site, a bank and its APIs) for some hours: people, good bots, attackers, and incidents that are nobody's fault. A
 * function of its options alone: the same seed gives the same bytes.
 *
 * @throws RangeError when hours is below 1, scale is not above 0, or seed or start is no whole number.
 */
export function simulateEstate(options: EstateOptions): Estate {
  if (!(options.hours >= 1)) throw new RangeError('hours has to be 1 or more.');
  if (!(options.scale > 0)) throw new RangeError('scale has to be more than 0.');
  if (!Number.isSafeInteger(options.start))
    throw new RangeError('start has to be whole milliseconds.');
  if (!Number.isSafeInteger(options.seed)) throw new RangeError('seed has to be a whole number.');
  let known: readonly VisitorLabel[] | undefined;

  function* requests(): Generator<SimulatedRequest, void, void> {
    const world = new World(options);
    const ledger = new LabelLedger();
    const visits = populate(world).flatMap((population) => population.visits);
    for (const request of playVisits(visits, world.end)) {
      ledger.record(request);
      yield request;
    }
    known = ledger.labels();
  }

  const world = new World(options);
  return {
    requests,
    labels() {
      const play = requests();
      while (known === undefined) play.next();
      return known;
    },
    campaigns: populate(world).flatMap((population) => population.campaigns),
    incidents: world.calendar.incidents(),
  };
}
