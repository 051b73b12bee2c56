import { OFFICE_RHYTHM } from '../chance/rhythm.js';
import { marketPages } from '../sites/market-pages.js';
import { marketSite } from '../sites/market-site.js';
import { type Populate } from '../world/population.js';
import { browserUserAgents } from '../user-agents/browser-user-agents.js';
import { browserCrowd } from './browser-crowd.js';
import { typingTime } from './journeys/pace.js';

const CHALLENGE = '/sicherheitspruefung';

/** People who write to the market and meet its CAPTCHA: most pass at once or at the second try; who uses a screen reader asks for other pictures several times. */
export const challengedPeople: Populate = (world) =>
  browserCrowd(world, {
    name: 'challenged_person',
    people: world.count(160, 20),
    visitsPerDay: world.count(95, 14),
    rhythm: OFFICE_RHYTHM,
    identity: (random) => browserUserAgents.desktop(random),
    *journey(browser, index) {
      const { random } = browser;
      const screenReader = index % 5 === 2;
      browser.open(marketSite, marketPages.form('/kontakt'));
      yield browser.wait(typingTime(random) * 4);
      browser.open(marketSite, marketPages.form(CHALLENGE));
      for (let attempt = 0; attempt < 6; attempt += 1) {
        browser.request(marketSite, `${CHALLENGE}/bild/${random.hex(16)}.png`);
        yield browser.wait(3000 + random.logNormal(screenReader ? 28_000 : 9000, 0.7));
        const accepted = random.chance(screenReader ? 0.3 : 0.75);
        const { status } = browser.request(marketSite, CHALLENGE, { method: 'POST', accepted });
        if (status === 302) break;
      }
      browser.request(marketSite, '/kontakt', { method: 'POST', accepted: true, delay: 900 });
    },
  });
