import { newsArchive } from '../sites/news-archive.js';
import { newsSite } from '../sites/news-site.js';
import { staleUserAgent } from '../user-agents/borrowed-user-agents.js';
import { type Populate } from '../world/population.js';
import { attack, partOf } from './attack.js';

/** Comments with links, posted under old articles without reading them. */
export const commentSpam: Populate = (world) =>
  attack(world, {
    kind: 'comment_spam',
    class: 'OAT-017',
    evasion: 'rotating',
    host: newsSite.host,
    span: partOf(world, 0.02, 0.98),
    pool: 'hosting',
    members: world.count(26, 10),
    userAgent: staleUserAgent,
    spread: 0.85,
    *script(client) {
      const { random } = client;
      const comments = random.integer(4, 16);
      for (let comment = 0; comment < comments; comment += 1) {
        const target = newsArchive.articleTarget(
          newsArchive.back(client.now, random.integer(40, 3900)),
        );
        client.send({ site: newsSite, target });
        yield client.wait(random.between(500, 2500));
        client.send({
          site: newsSite,
          target: '/wp-comments-post.php',
          method: 'POST',
          accepted: random.chance(0.7),
          referer: `https://${newsSite.host}${target}`,
        });
        yield client.wait(random.logNormal(60_000, 1));
      }
    },
  });
