import { createChance } from './chance.mjs';
import { drawTarget, productPath } from './targets.mjs';
import { createVisitors } from './visitors.mjs';

/** Visitors for each line, as in a day's log of a shop (some 22 lines each). */
const VISITORS_PER_LINE = 0.0453;
const VISITS_AT_ONCE = 300;
const MEAN_VISIT_LINES = 8;
const START = Date.UTC(2026, 2, 14);
const DAY_MS = 86_400_000;
const SITE = 'https://larkfield.example';
const SEARCH_ENGINES = [
  'https://www.google.com/',
  'https://duckduckgo.com/',
  'https://www.bing.com/',
];

/** `lines` requests of one day in order of time, hundreds of visits interleaved; the same for the same seed. */
export function* traffic(lines, seed) {
  const chance = createChance(seed);
  const visitors = createVisitors(Math.ceil(lines * VISITORS_PER_LINE), chance);
  const visits = createVisits(visitors, chance);
  const slots = Array.from({ length: VISITS_AT_ONCE }, () => visits.next());
  for (let line = 0; line < lines; line += 1) {
    const slot = chance.below(VISITS_AT_ONCE);
    if (slots[slot].left === 0) slots[slot] = visits.next();
    slots[slot].left -= 1;
    yield request(slots[slot], Math.floor(START + (line / lines) * DAY_MS), chance);
  }
}

/** Each visitor comes at least once; in between, earlier ones come again, a few of them often. */
function createVisits(visitors, chance) {
  let seen = 0;
  const oftenNew = VISITORS_PER_LINE * MEAN_VISIT_LINES * 1.1;
  const draw = () => {
    if (seen < visitors.length && (seen === 0 || chance.happens(oftenNew))) return visitors[seen++];
    return visitors[chance.rank(seen, 4)];
  };
  return {
    next: () => ({
      visitor: draw(),
      left: 1 + Math.floor(-Math.log(1 - chance.next()) * MEAN_VISIT_LINES),
      page: '',
    }),
  };
}

function request(visit, time, chance) {
  const [method, target] = drawTarget(chance);
  const referer = refererOf(visit, target, chance);
  if (target.startsWith('/p/')) visit.page = target.split('?')[0];
  const { address, userAgent, signedIn } = visit.visitor;
  return {
    time,
    address,
    userAgent,
    user: signedIn ? `customer${address.length}${chance.below(90)}` : '',
    method,
    target,
    protocol: visit.visitor.protocol,
    status: statusOf(method, target, chance),
    bytes: Math.floor(200 + 60_000 * chance.next() ** 3),
    referer,
    seconds: Math.floor(chance.next() ** 4 * 2_000) / 1_000,
    id: chance.hex(32),
  };
}

function refererOf(visit, target, chance) {
  if (/^\/(?:images|static|api)/.test(target)) return `${SITE}${visit.page || '/'}`;
  if (visit.page !== '') return chance.happens(0.6) ? `${SITE}${visit.page}` : '';
  if (chance.happens(0.3)) return chance.pick(SEARCH_ENGINES);
  return chance.happens(0.1) ? `${SITE}${productPath(chance.rank(30_000, 3))}` : '';
}

function statusOf(method, target, chance) {
  if (/\.php|\/\./.test(target)) return 404;
  if (target === '/login') return chance.happens(0.25) ? 401 : 302;
  const luck = chance.next();
  if (luck < 0.03) return 304;
  if (luck < 0.05) return 404;
  if (luck < 0.06) return 301;
  return luck < 0.063 ? 500 : method === 'POST' ? 201 : 200;
}
