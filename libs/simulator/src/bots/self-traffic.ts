import { newsSite } from '../sites/news-site.js';
import { SITE_HOSTS } from '../sites/site-hosts.js';
import { machineVisits } from '../world/machines.js';
import { type Populate } from '../world/population.js';

/** The news server calling itself: WordPress starts its own scheduled work by a request from its own address. */
export const selfTraffic: Populate = (world) => {
  const own = world.addresses.lease('hosting', 1);
  const visits = machineVisits(world, 'self_traffic', 1, () => ({
    visitor: {
      address: own.at(0),
      shared: false,
      label: 'good_bot',
      class: 'self',
      campaign: '',
      evasion: '',
      kind: 'self_traffic',
    },
    userAgent: `WordPress/6.8.3; https://${SITE_HOSTS.news}`,
    start: world.start + 4_000,
    *script(client) {
      for (;;) {
        const stamp = (client.now / 1000).toFixed(19);
        const target = `/wp-cron.php?doing_wp_cron=${stamp}`;
        client.send({ site: newsSite, target, method: 'POST' });
        yield client.wait(60_000 + client.random.exponential(45_000));
      }
    },
  }));
  return { visits: [visits], campaigns: [] };
};
