import { shopCatalogue } from '../sites/shop-catalogue.js';
import { shopSite } from '../sites/shop-site.js';
import { borrowedUserAgent, staleUserAgent } from '../user-agents/borrowed-user-agents.js';
import { type Client } from '../world/client.js';
import { type Populate } from '../world/population.js';
import { type Script } from '../world/visit.js';
import { attack } from './attack.js';

/** Searches that no cache holds, one after another. */
function* search(client: Client, requests: number, pause: number): Script {
  const { random } = client;
  for (let turn = 0; turn < requests; turn += 1) {
    const query = `${shopCatalogue.search(random)}+${random.hex(4)}`;
    client.send({
      site: shopSite,
      target: `/search?q=${query}&sort=price&page=${random.integer(1, 60)}`,
    });
    yield client.wait(random.exponential(pause));
  }
}

/** Denial of service by one machine: the shop's dearest page, many times a second. */
export const singleSourceFlood: Populate = (world) =>
  attack(world, {
    kind: 'single_source_flood',
    class: 'OAT-015',
    evasion: 'naive',
    host: shopSite.host,
    span: world.calendar.floods.single,
    pool: 'hosting',
    members: 1,
    userAgent: staleUserAgent,
    spread: 0,
    script: (client) => search(client, world.effort(5200, 400), 140),
  });

/** The same from dozens of addresses, none of them fast. */
export const distributedFlood: Populate = (world) =>
  attack(world, {
    kind: 'distributed_flood',
    class: 'OAT-015',
    evasion: 'residential',
    host: shopSite.host,
    span: world.calendar.floods.distributed,
    pool: 'residential',
    members: world.count(48, 30),
    userAgent: (random) => borrowedUserAgent(random, 0.5),
    spread: 0.1,
    script: (client) => search(client, world.effort(190, 35), 6000),
  });
