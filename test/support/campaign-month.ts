import { createHash } from 'node:crypto';
import { randomLcg } from 'd3-random';
import { type StoredLine } from '#libs/store';
import { createLineParser } from '#libs/traffic';

const DAY = 86_400_000;
const APPENDED_AT = Date.UTC(2025, 4, 1, 12);

/** One request as this generator writes it; the rest of the line is always the same. */
interface Hit {
  readonly at: number;
  readonly site: string;
  readonly address: string;
  readonly agent: string;
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly status: number;
  readonly referer: string;
}

type Chance = () => number;

/** A visit: who, when, and what it does; each step a few seconds after the one before. */
class Visit {
  readonly hits: Hit[] = [];
  #at: number;

  constructor(
    readonly site: string,
    readonly address: string,
    readonly agent: string,
    at: number,
    readonly chance: Chance,
  ) {
    this.#at = at;
  }

  get(path: string, referer = '', status = 200): this {
    return this.#hit('GET', path, status, referer);
  }

  post(path: string, status: number): this {
    return this.#hit('POST', path, status, this.#page(path));
  }

  /** A page as a browser opens it: with its style sheet and script. */
  open(path: string, from = ''): this {
    this.get(path, from === '' ? '' : this.#page(from));
    return this.get('/static/site.css', this.#page(path)).get('/static/site.js', this.#page(path));
  }

  wait(seconds: number): this {
    this.#at += seconds * 1_000 * (0.3 + 1.4 * this.chance());
    return this;
  }

  #page(path: string): string {
    return `https://${this.site}${path}`;
  }

  #hit(method: Hit['method'], path: string, status: number, referer: string): this {
    const { site, address, agent } = this;
    this.hits.push({ at: this.#at, site, address, agent, method, path, status, referer });
    this.#at += 120 + 800 * this.chance();
    return this;
  }
}

const systems = [
  'Windows NT 10.0; Win64; x64',
  'Macintosh; Intel Mac OS X 10_15_7',
  'X11; Linux x86_64',
  'Linux; Android 14; K',
];

/** Browsers as people have them: few systems, mostly the newest versions. */
function peoplesAgent(chance: Chance): string {
  const system = systems[Math.floor(chance() ** 1.5 * systems.length)] ?? '';
  const version = 136 - Math.floor(chance() ** 2 * 6);
  return chance() < 0.2
    ? `Mozilla/5.0 (${system}; rv:${version}.0) Gecko/20100101 Firefox/${version}.0`
    : `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`;
}

/** Browsers as a list of user agents that a program takes turns with has them: all equally often, some older. */
function listedAgent(chance: Chance): string {
  const system = systems[Math.floor(chance() * 3)] ?? '';
  const version = 118 + Math.floor(chance() * 16);
  return `Mozilla/5.0 (${system}) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/${version}.0.0.0 Safari/537.36`;
}

/** The nth address of a pool that lies in 40 networks of /16. */
function addressOf(pool: number, n: number): string {
  const mixed = Math.imul(n + 1, 2_654_435_761) >>> 0;
  return `${pool + (mixed % 40)}.${(mixed >>> 8) & 255}.${(n >>> 8) & 255}.${n & 255}`;
}

/** A time of the day as people keep it: few at night, most in the evening. */
function waking(day: number, chance: Chance): number {
  for (;;) {
    const hour = 24 * chance();
    if (chance() < 0.08 + 0.46 * (1 + Math.cos(((hour - 17) / 12) * Math.PI)))
      return day + hour * 3_600_000;
  }
}

function person(site: string, day: number, chance: Chance): Visit {
  const n = Math.floor(chance() * 30_000);
  const own = randomLcg(n / 30_011);
  const visit = new Visit(site, addressOf(60, n), peoplesAgent(own), waking(day, chance), chance);
  visit.open('/').wait(20);
  if (chance() < 0.6)
    visit.get(`/product/thing-${Math.floor(chance() * 400)}`, `https://${site}/`).wait(30);
  if (chance() < 0.3)
    visit.get(`/product/thing-${Math.floor(chance() * 400)}`, `https://${site}/`).wait(30);
  const need = chance();
  if (need < 0.2) login(visit);
  else if (need < 0.23) visit.open('/register', '/').wait(60).post('/register', 302);
  else if (need < 0.28) pay(visit);
  else if (need < 0.31) code(visit);
  return visit;
}

function login(visit: Visit): void {
  const { chance } = visit;
  visit.open('/login', '/').wait(12);
  for (let tries = 0; tries < 4; tries += 1) {
    const fails = chance() < 0.14;
    visit.post('/login', fails ? 401 : 302);
    if (!fails || chance() < 0.3) return;
    visit.wait(15);
  }
}

function pay(visit: Visit): void {
  visit.open('/checkout', '/').wait(60);
  const declined = visit.chance() < 0.06;
  visit.post('/payment', declined ? 402 : 302);
  if (declined && visit.chance() < 0.7) visit.wait(40).post('/payment', 302);
}

function code(visit: Visit): void {
  visit.open('/otp', '/').wait(5).post('/otp/send', 200);
  if (visit.chance() < 0.93) visit.wait(25).post('/otp/verify', 200);
}

/** What one source of an attack does in a day, at any time of the day. */
type Attempt = (visit: Visit) => unknown;

const attempts: Readonly<Record<string, Attempt>> = {
  /** A browser's steps, and one wrong password. */
  login: (visit) =>
    visit
      .open('/login')
      .wait(4)
      .post('/login', visit.chance() < 0.003 ? 302 : 401),
  /** A few pages each, in whatever order, nothing else. */
  scraper: (visit) => {
    for (let page = 0; page < 4; page += 1)
      visit.get(`/product/thing-${Math.floor(visit.chance() * 400)}`).wait(40);
  },
  /** One stolen card each. */
  carding: (visit) =>
    visit
      .get('/checkout')
      .wait(3)
      .post('/payment', visit.chance() < 0.04 ? 302 : 402),
  /** One account each. */
  accounts: (visit) => visit.get('/register').wait(5).post('/register', 302),
  /** Two codes each that nobody checks. */
  pumping: (visit) => visit.post('/otp/send', 200).wait(30).post('/otp/send', 200),
};

/** So many sources, each once a day. */
export interface Attack {
  readonly name: string;
  readonly site: string;
  readonly sources: number;
  /** First day, counted from 0, and how many days. */
  readonly from: number;
  readonly days: number;
}

export interface CampaignMonth {
  readonly start: number;
  readonly lines: readonly StoredLine[];
  /** Addresses of each attack, by its name. */
  readonly sources: ReadonlyMap<string, ReadonlySet<string>>;
}

/**
 * A month of people at some sites, and attacks that begin late in it. Seeded; it shares nothing with the simulator or with
 * what looks for campaigns.
 */
export function campaignMonth(
  people: Readonly<Record<string, number>>,
  attacks: readonly Attack[],
  days: number,
): CampaignMonth {
  const chance = randomLcg(0.4242);
  const start = Date.UTC(2025, 3, 1);
  const hits: Hit[] = [];
  for (let day = 0; day < days; day += 1) {
    const weekend = (day + 1) % 7 >= 5 ? 0.7 : 1;
    const mood = 0.9 + 0.2 * chance();
    for (const [site, size] of Object.entries(people))
      for (let i = 0; i < size * weekend * mood; i += 1)
        hits.push(...person(site, start + day * DAY, chance).hits);
  }
  const sources = new Map<string, ReadonlySet<string>>();
  attacks.forEach((attack, pool) => {
    const addresses = Array.from({ length: attack.sources }, (_, n) =>
      addressOf(130 + 14 * pool, n),
    );
    sources.set(attack.name, new Set(addresses));
    for (let day = attack.from; day < attack.from + attack.days; day += 1)
      for (const address of addresses) {
        const at = start + (day + chance()) * DAY;
        const visit = new Visit(attack.site, address, listedAgent(chance), at, chance);
        attempts[attack.name]?.(visit);
        hits.push(...visit.hits);
      }
  });
  hits.sort((a, b) => a.at - b.at);
  return { start, lines: storedLines(hits), sources };
}

function storedLines(hits: readonly Hit[]): readonly StoredLine[] {
  const parse = createLineParser({ name: 'month', format: 'auto' }, (value) =>
    createHash('sha256').update(value).digest('hex').slice(0, 16),
  );
  return hits.map((hit, offset) => {
    const raw = lineOf(hit);
    const position = { topic: 'logs', partition: 0, offset, index: 0, appendTime: APPENDED_AT };
    return { position, source: 'month', raw, ...parse(raw) };
  });
}

function lineOf({ at, site, address, agent, method, path, status, referer }: Hit): string {
  const [, , day, month, year, clock] =
    /^(\w+), (\d+) (\w+) (\d+) ([\d:]+)/.exec(new Date(at).toUTCString()) ?? [];
  const time = `${day ?? ''}/${month ?? ''}/${year ?? ''}:${clock ?? ''} +0000`;
  return `${site}:443 ${address} - - [${time}] "${method} ${path} HTTP/1.1" ${status} 512 "${referer || '-'}" "${agent}"`;
}
