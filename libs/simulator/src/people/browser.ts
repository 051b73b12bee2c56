import { type Random } from '../chance/random.js';
import { stableShare } from '../chance/stable-hash.js';
import { type Page } from '../sites/page.js';
import { type Answer, type Site } from '../sites/site.js';
import { type BrowserIdentity } from '../user-agents/browser-user-agents.js';
import { Client, type Send } from '../world/client.js';
import { type Emit } from '../world/visit.js';
import { type Visitor } from '../world/visitor.js';
import { type World } from '../world/world.js';

/** How a person's browser fetches what pages ask for. */
export interface BrowsingHabits {
  /** Share of assets already in the cache from earlier days, 0 to 1. */
  readonly warm: number;
  /** Share of assets fetched at all: blockers drop some, text browsers all. */
  readonly assets: number;
}

const NEVER_CACHED = ['.json'];
/** Milliseconds between the document and the first assets, and between assets (assumption: a home connection). */
const PARSE = 90;
const NEXT_ASSET = 14;

/** A browser: loads pages with their assets, keeps copies, revalidates, opens connections ahead of need. */
export class Browser extends Client {
  /** Full URL of the page on screen, or the referer the visit began with. */
  page = '';
  signedIn = false;
  private readonly cache = new Set<string>();
  private readonly identity: BrowserIdentity;

  constructor(
    world: World,
    person: {
      readonly visitor: Visitor;
      readonly identity: BrowserIdentity;
      readonly habits: BrowsingHabits;
    },
    random: Random,
    emit: Emit,
    start: number,
  ) {
    super(world, { visitor: person.visitor, ...person.identity }, random, emit, start);
    this.identity = person.identity;
    this.habits = person.habits;
  }

  private readonly habits: BrowsingHabits;

  /** Requests one thing in the name of the page on screen. */
  request(site: Site, target: string, more: Partial<Send> = {}): Answer {
    const referer = this.page;
    return this.send({ site, target, referer, signedIn: this.signedIn, ...more });
  }

  /** Opens a page: the document, then its assets over the next seconds. */
  open(site: Site, page: Page): Answer {
    const answer = this.request(site, page.target);
    if (answer.status >= 300 && answer.status < 400) return answer;
    this.page = `https://${site.host}${page.target}`;
    if (answer.status < 400) this.fetchAssets(site, page, answer);
    if (this.identity.speculative && this.random.chance(0.03)) {
      this.idleSocket(site, this.random.between(20_000, 60_000));
    }
    return answer;
  }

  /** Fetches a page that may be clicked next, without showing it. */
  prefetch(site: Site, target: string): void {
    if (this.identity.speculative)
      this.request(site, target, { delay: this.random.between(300, 4000) });
  }

  private fetchAssets(site: Site, page: Page, document: Answer): void {
    let delay = document.seconds * 1000 + this.random.logNormal(PARSE, 0.5);
    for (const target of page.assets) {
      if (this.isBlocked(target) || this.isCached(target)) continue;
      delay += this.random.exponential(NEXT_ASSET);
      const conditional = this.cache.has(target);
      this.request(site, target, { delay, conditional });
      this.cache.add(target);
    }
  }

  private isBlocked(target: string): boolean {
    const { assets } = this.habits;
    return assets < 1 && stableShare(target, 11) >= assets;
  }

  /** Some of what is cached is asked for again with a condition; then it counts as not cached here. */
  private isCached(target: string): boolean {
    if (NEVER_CACHED.some((ending) => target.endsWith(ending))) return false;
    if (this.cache.has(target)) return !this.random.chance(0.004);
    if (stableShare(target + this.visitor.address, 3) >= this.habits.warm) return false;
    this.cache.add(target);
    return !this.random.chance(0.22);
  }
}
