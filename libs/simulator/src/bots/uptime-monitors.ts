import { mobileApiSite } from '../sites/mobile-api-site.js';
import { newsSite } from '../sites/news-site.js';
import { shopSite } from '../sites/shop-site.js';
import { type Site } from '../sites/site.js';
import { machineVisits } from '../world/machines.js';
import { type Populate } from '../world/population.js';
import { type World } from '../world/world.js';
import { publishedAddresses } from './published-addresses.js';

interface Check {
  readonly address: string;
  readonly userAgent: string;
  readonly site: Site;
  readonly target: string;
  readonly method: string;
  /** Milliseconds between checks, day and night. */
  readonly period: number;
}

const MINUTE = 60_000;
const UPTIME_ROBOT = 'Mozilla/5.0+(compatible; UptimeRobot/2.0; http://www.uptimerobot.com/)';
const PINGDOM = 'Pingdom.com_bot_version_1.4_(http://www.pingdom.com/)';
/** The estate's own monitoring: its probe was installed years ago and says so. */
const INTERNAL =
  'Mozilla/5.0 (Windows NT 6.1; WOW64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/38.0.2125.104 Safari/537.36';

function checks(world: World): Check[] {
  const random = world.random('monitor/addresses');
  const robots = publishedAddresses('uptimerobot', 4, random).map((address, index): Check => ({
    address,
    userAgent: UPTIME_ROBOT,
    site: index % 2 === 0 ? shopSite : newsSite,
    target: '/',
    method: 'HEAD',
    period: 5 * MINUTE,
  }));
  const pingdom = publishedAddresses('pingdom', 4, random).map((address): Check => ({
    address,
    userAgent: PINGDOM,
    site: shopSite,
    target: '/',
    method: 'GET',
    period: 8 * MINUTE,
  }));
  const own = world.addresses.lease('office', 3);
  const internal = [
    [shopSite, '/account/login'],
    [newsSite, '/'],
    [mobileApiSite, '/v1/home'],
  ] as const;
  return [
    ...robots,
    ...pingdom,
    ...internal.map(([site, target], index): Check => {
      const address = own.at(index);
      return { address, userAgent: INTERNAL, site, target, method: 'GET', period: MINUTE };
    }),
  ];
}

/** Uptime monitors: one page, a fixed period, all day, from outside and from the enterprise's own network. */
export const uptimeMonitors: Populate = (world) => {
  const all = checks(world);
  const visits = machineVisits(world, 'monitor', all.length, (index, random) => {
    const check = all[index];
    if (!check) throw new RangeError('No such check.');
    const { address, userAgent, period, site, target, method } = check;
    const kind = userAgent === INTERNAL ? 'internal_monitor' : 'uptime_monitor';
    return {
      visitor: {
        address,
        shared: false,
        label: 'good_bot',
        class: 'monitor',
        campaign: '',
        evasion: '',
        kind,
      },
      userAgent,
      start: world.start + random.integer(0, MINUTE),
      *script(client) {
        const phase = client.now;
        for (let turn = 1; ; turn += 1) {
          client.send({ site, target, method });
          const next = phase + turn * period + random.between(0, 400);
          yield client.wait(next - client.now);
        }
      },
    };
  });
  return { visits: [visits], campaigns: [] };
};
