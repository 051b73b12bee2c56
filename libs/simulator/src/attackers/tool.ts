import { type Random } from '../chance/random.js';
import { Browser } from '../people/browser.js';
import { type Page } from '../sites/page.js';
import { type Answer, type Site } from '../sites/site.js';
import { staleUserAgent } from '../user-agents/borrowed-user-agents.js';
import { type Client, type Send } from '../world/client.js';
import { type Evasion } from '../world/evasion.js';
import { type Script } from '../world/visit.js';
import { EVASION_TRAITS, type EvasionTraits } from './evasion-traits.js';

/** What a member of a campaign has to do, and until when. */
export interface Task {
  /** Number of the member. */
  readonly member: number;
  readonly acts: number;
  /** Milliseconds between acts of a program that does not hide. */
  readonly pace: number;
  /** Epoch milliseconds. */
  readonly end: number;
}

/** An attack tool in the hands of somebody who hides in a certain way: the same acts look different with each. */
export class Tool {
  readonly random: Random;
  private readonly traits: EvasionTraits;
  private referer = '';
  private session = '';

  constructor(
    private readonly client: Client,
    readonly level: Evasion,
    readonly task: Task,
  ) {
    this.random = client.random;
    this.traits = EVASION_TRAITS[level];
    this.renew();
  }

  get now(): number {
    return this.client.now;
  }

  get world(): Client['world'] {
    return this.client.world;
  }

  /** Begins a new session: cookies away. */
  renew(): void {
    this.session = this.level === 'naive' ? '' : this.random.hex(24);
  }

  /** A page that a person would open on the way: fetched as the level does, with its assets by a real browser engine only. */
  look(site: Site, page: Page): void {
    if (!this.random.chance(this.traits.looks)) return;
    this.read(site, page);
  }

  /** A page that is what the tool is after. */
  read(site: Site, page: Page, more: Partial<Send> = {}): Answer {
    if (this.client instanceof Browser) return this.client.open(site, page);
    const answer = this.act(site, page.target, more);
    this.referer = `https://${site.host}${page.target}`;
    return answer;
  }

  /** One request of the attack itself. */
  act(site: Site, target: string, more: Partial<Send> = {}): Answer {
    const { client, traits, session } = this;
    if (client instanceof Browser) return client.request(site, target, { session, ...more });
    const referer = traits.referers ? this.referer : '';
    const disguise = this.level === 'rotating' ? { userAgent: staleUserAgent(this.random) } : {};
    return client.send({ site, target, referer, session, ...disguise, ...more });
  }

  /** Sends a form. */
  post(site: Site, target: string, accepted: boolean, more: Partial<Send> = {}): Answer {
    return this.act(site, target, { method: 'POST', accepted, ...more });
  }

  /** A pause between two steps of one act; to be yielded. Real engines and careful scripts imitate typing. */
  step(milliseconds: number): number {
    const slower = { naive: 1, rotating: 1.5, residential: 4, low_and_slow: 4, headless: 7 };
    return this.client.wait(
      this.random.logNormal(milliseconds * slower[this.level], this.traits.jitter / 2),
    );
  }

  /** Exactly so long, for those who act by the clock. */
  until(instant: number): number {
    return this.client.wait(Math.max(1, instant - this.now));
  }

  /** The pause from one act to the next; to be yielded. Who is slow spreads the acts over the rest of the time. */
  rest(): number {
    const { random, traits, task } = this;
    if (this.level === 'low_and_slow') {
      return this.client.wait(random.exponential((task.end - this.now) / (task.acts + 1)));
    }
    return this.client.wait(random.logNormal(task.pace * traits.patience, traits.jitter));
  }

  /** Plays all acts of the task with the pauses between them. */
  *each(act: (turn: number) => Script): Script {
    for (let turn = 0; turn < this.task.acts; turn += 1) {
      yield* act(turn);
      yield this.rest();
    }
  }
}
