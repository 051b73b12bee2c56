import { shopSite } from '../sites/shop-site.js';
import { staleUserAgent } from '../user-agents/borrowed-user-agents.js';
import { type Populate } from '../world/population.js';
import { attack, partOf } from './attack.js';

/** Token cracking: gift card numbers counted up until one has a balance. */
export const giftCardCracking: Populate = (world) =>
  attack(world, {
    kind: 'gift_card_cracking',
    class: 'OAT-002',
    evasion: 'naive',
    host: shopSite.host,
    span: partOf(world, 0.38, 0.56),
    pool: 'hosting',
    members: world.count(8, 4),
    userAgent: staleUserAgent,
    spread: 0.3,
    *script(client, index) {
      const { random } = client;
      const numbers = world.effort(260, 50);
      for (let turn = 0; turn < numbers; turn += 1) {
        const code = 6_038_120_000_000 + index * 1_000_000 + turn * 7;
        const accepted = random.chance(0.006);
        client.send({ site: shopSite, target: `/giftcard/balance?code=${code}`, accepted });
        yield client.wait(random.logNormal(3500, 0.6));
      }
    },
  });
