import { mobileApiSite } from '../sites/mobile-api-site.js';
import { newsSite } from '../sites/news-site.js';
import { appUserAgent } from '../user-agents/app-user-agents.js';
import { staleUserAgent } from '../user-agents/borrowed-user-agents.js';
import { type Populate } from '../world/population.js';
import { attack, partOf } from './attack.js';

const ACCOUNTS = ['customer-20017', 'customer-20388', 'customer-21004'];

/** Guessing the passwords of three customers at the mobile API from many addresses, with the app's user agent. */
export const apiCredentialCracking: Populate = (world) =>
  attack(world, {
    kind: 'api_credential_cracking',
    class: 'OAT-007',
    evasion: 'residential',
    host: mobileApiSite.host,
    span: partOf(world, 0.5, 0.95),
    pool: 'residential',
    members: world.count(34, 14),
    userAgent: appUserAgent,
    spread: 0.4,
    *script(client) {
      const { random } = client;
      const guesses = random.integer(18, 55);
      for (let guess = 0; guess < guesses; guess += 1) {
        const account = random.pick(ACCOUNTS);
        client.send({
          site: mobileApiSite,
          target: '/v1/auth/login',
          method: 'POST',
          accepted: false,
          account,
        });
        yield client.wait(random.logNormal(95_000, 0.8));
      }
    },
  });

/** Guessing editors' passwords at the news site's WordPress login and its XML-RPC interface. */
export const editorCredentialCracking: Populate = (world) =>
  attack(world, {
    kind: 'editor_credential_cracking',
    class: 'OAT-007',
    evasion: 'rotating',
    host: newsSite.host,
    span: partOf(world, 0.08, 0.7),
    pool: 'hosting',
    members: world.count(16, 8),
    userAgent: staleUserAgent,
    spread: 0.3,
    *script(client, index) {
      const { random } = client;
      const site = newsSite;
      if (index === 0) client.send({ site, target: '/wp-json/wp/v2/users' });
      const target = index % 3 === 2 ? '//xmlrpc.php' : '/wp-login.php';
      const guesses = random.integer(30, 110);
      for (let guess = 0; guess < guesses; guess += 1) {
        if (random.chance(0.2)) client.send({ site, target: '/wp-login.php' });
        client.send({ site, target, method: 'POST', accepted: false, delay: 700 });
        yield client.wait(1000 + random.logNormal(40_000, 0.9));
      }
    },
  });
