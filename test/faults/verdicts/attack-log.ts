import { EventLog, type Store } from '#libs/store';
import { anEvent, batchOf } from '../../support/log-rows.js';

export const STEP_MS = 600_000;
export const START = Date.UTC(2026, 5, 3, 12);

const BROWSER =
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36';
const CRAWLER = 'Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)';

/** Who was there in one step of ten minutes. */
export interface StepTraffic {
  /** Addresses from which exploits are tried: `11.x.y.7`, each in a /24 of its own, from `attackersFrom` on. */
  readonly attackers: number;
  readonly attackersFrom?: number;
  /** People who read a few pages: `12.x.y.7`. */
  readonly people: number;
  /** Whether attackers say they are a crawler. */
  readonly asCrawler?: boolean;
  /** Addresses of a real crawler that read pages: `66.249.66.x`. */
  readonly crawlers?: number;
}

/** Appends the requests of one step to the log, as ingest would. */
export async function appendStep(store: Store, step: number, traffic: StepTraffic): Promise<void> {
  const from = START + step * STEP_MS;
  const { attackers, attackersFrom = 0, people, asCrawler = false, crawlers = 5 } = traffic;
  const events = [
    ...range(attackers).flatMap((i) => probes(address(11, attackersFrom + i), asCrawler)),
    ...range(people).flatMap((i) => visit(address(12, i))),
    ...range(crawlers).flatMap((i) => visit(`66.249.66.${i + 1}`, CRAWLER)),
  ].map((event, i) => ({ ...event, eventTime: from + ((i * 997) % (STEP_MS - 1)) }));
  const rows = events.map((event, offset) => ({
    position: {
      topic: 'logs',
      partition: step,
      offset,
      index: 0,
      appendTime: from + STEP_MS,
    },
    source: 'test',
    kind: 'event' as const,
    format: 'combined',
    event: anEvent(event),
  }));
  await new EventLog(store, { monotonicNow: () => performance.now() }).append(batchOf(rows));
}

type Request = Parameters<typeof anEvent>[0];

function probes(clientAddress: string, asCrawler: boolean): Request[] {
  return range(24).map((i) => ({
    clientAddress,
    userAgentOriginal: asCrawler ? CRAWLER : 'python-requests/2.32',
    urlPath: `/vendor/phpunit-${i}/eval-stdin.php`,
    urlPathTemplate: '/vendor/phpunit/eval-stdin.php',
    urlPathRole: 'other',
    requestProbe: 'exploit',
    httpResponseStatusCode: 404,
  }));
}

function visit(clientAddress: string, userAgentOriginal = BROWSER): Request[] {
  return range(6).map((i) => ({
    clientAddress,
    userAgentOriginal,
    urlPath: i % 2 === 0 ? `/item/${i}` : `/static/${i}.css`,
    urlPathTemplate: i % 2 === 0 ? '/item/{id}' : '/static/{id}.css',
    urlPathRole: i % 2 === 0 ? 'item' : 'asset',
    httpRequestReferer: i === 0 ? '' : 'https://shop.example/',
  }));
}

const address = (net: number, i: number): string =>
  `${net}.${Math.floor(i / 250)}.${1 + (i % 250)}.7`;
const range = (count: number): number[] => Array.from({ length: count }, (_, i) => i);
