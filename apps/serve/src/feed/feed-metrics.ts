import { type MetricsRegistry } from '#libs/platform';
import { Counter, Gauge } from 'prom-client';
import { type VerdictFeed } from './verdict-feed.js';

/** What the feeds do: how fresh they are, who pulls, who is turned away. */
export class FeedMetrics {
  readonly #pulls: Counter<'key' | 'feed'>;
  readonly #told: Counter<'key' | 'what'>;
  readonly #refused: Counter<'reason'>;
  readonly #reports: Counter<'key'>;

  constructor(registry: MetricsRegistry, feed: VerdictFeed) {
    const registers = [registry];
    const counter = <L extends string>(name: string, help: string, labelNames: L[]): Counter<L> =>
      new Counter({ name: `wherefore_feed_${name}`, help, labelNames, registers });
    this.#pulls = counter('pulls_total', 'Answers given', ['key', 'feed']);
    this.#told = counter('decisions_total', 'Decisions told by the stream', ['key', 'what']);
    this.#refused = counter('refused_total', 'Requests turned away', ['reason']);
    this.#reports = counter('usage_reports_total', 'Usage reports of bouncers', ['key']);
    watch(registers, feed);
  }

  pulled(key: string, feed: string): void {
    this.#pulls.inc({ key, feed });
  }

  told(key: string, added: number, deleted: number): void {
    this.#told.inc({ key, what: 'new' }, added);
    this.#told.inc({ key, what: 'deleted' }, deleted);
  }

  refused(reason: 'wrong_key' | 'too_many_wrong_keys' | 'too_many_requests'): void {
    this.#refused.inc({ reason });
  }

  reported(key: string): void {
    this.#reports.inc({ key });
  }
}

function watch(registers: MetricsRegistry[], feed: VerdictFeed): void {
  const age: Gauge = new Gauge({
    name: 'wherefore_feed_age_seconds',
    help: 'Time since the verdicts in force were last compared with the store',
    registers,
    collect: () => {
      if (feed.age === null) age.remove();
      else age.set(feed.age / 1_000);
    },
  });
  const sequence: Gauge = new Gauge({
    name: 'wherefore_feed_sequence',
    help: 'Place in the history of verdicts up to which the feeds are',
    registers,
    collect: () => {
      if (feed.age === null) sequence.remove();
      else sequence.set(feed.board().sequence);
    },
  });
  const withheld = new Gauge<'reason'>({
    name: 'wherefore_feed_withheld',
    help: 'Verdicts in force that no address list is told',
    labelNames: ['reason'],
    registers,
    collect: () => {
      withheld.reset();
      if (feed.age === null) return;
      for (const [reason, count] of feed.board().withheld()) withheld.set({ reason }, count);
    },
  });
}
