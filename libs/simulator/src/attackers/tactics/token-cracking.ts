import { marketPages } from '../../sites/market-pages.js';
import { marketSite } from '../../sites/market-site.js';
import { type Script } from '../../world/visit.js';
import { type Tactic } from '../tactic.js';

/** Voucher codes in use, of all of the form. */
const VALID = 0.004;
/** Letters that the market's codes are made of. */
const LETTERS = 'ABCDEFGHKMNPQRSTUVWXYZ23456789';

/** The nth code of the form XXXX-XXXX, counted up in the last places. */
function code(member: number, turn: number): string {
  let rest = member * 7_919 + turn;
  let text = '';
  for (let place = 0; place < 4; place += 1) {
    text = (LETTERS[rest % LETTERS.length] ?? 'A') + text;
    rest = Math.floor(rest / LETTERS.length);
  }
  return `UH25-${text}`;
}

/** OAT-002: voucher codes asked one after another until one is worth something. */
export const tokenCracking: Tactic = {
  ...{ kind: 'token_cracking', class: 'OAT-002', host: marketSite.host, at: 0.12 },
  tools: ['python-requests/2.32.3', 'Fuzz Faster U Fool v2.1.0'],
  acts: { naive: 240, rotating: 9, residential: 6, low_and_slow: 3, headless: 26 },
  pace: 900,
  usual: { naive: 2, residential: 22 },
  script: (tool) =>
    tool.each(function* (turn): Script {
      if (turn % 6 === 0) tool.look(marketSite, marketPages.form('/warenkorb'));
      yield tool.step(300);
      const target = `/gutschein/pruefen?code=${code(tool.task.member, turn)}`;
      const { status } = tool.act(marketSite, target, { accepted: tool.random.chance(VALID) });
      if (status === 200) tool.post(marketSite, '/warenkorb/hinzufuegen', true, { delay: 600 });
    }),
};
