import { marketPages } from '../../sites/market-pages.js';
import { marketSite } from '../../sites/market-site.js';
import { type Script } from '../../world/visit.js';
import { type Tactic } from '../tactic.js';

const CHALLENGE = '/sicherheitspruefung';

/** OAT-009: CAPTCHAs solved in series: naive ones by recognition in a moment, the others by a service that takes its twelve seconds each time. */
export const captchaDefeat: Tactic = {
  ...{ kind: 'captcha_defeat', class: 'OAT-009', host: marketSite.host, at: 0.44 },
  tools: ['python-requests/2.31.0', 'Ruby'],
  acts: { naive: 120, rotating: 9, residential: 6, low_and_slow: 2, headless: 14 },
  pace: 3000,
  usual: { naive: 2, rotating: 16 },
  script: (tool) =>
    tool.each(function* (): Script {
      const { random } = tool;
      tool.renew();
      tool.read(marketSite, marketPages.form(CHALLENGE));
      yield tool.until(tool.now + random.between(60, 140));
      tool.act(marketSite, `${CHALLENGE}/bild/${random.hex(16)}.png`);
      const solving =
        tool.level === 'naive' ? random.between(700, 900) : random.between(11_600, 12_900);
      yield tool.until(tool.now + solving);
      const { status } = tool.post(marketSite, CHALLENGE, random.chance(0.94));
      if (status !== 302) return;
      yield tool.step(250);
      tool.post(marketSite, '/kontakt', true);
    }),
};
