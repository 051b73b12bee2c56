import { describe, expect, it } from '@jest/globals';
import { MetricsRegistry, silentLogger } from '#libs/platform';
import { EventMetrics } from './event-metrics.js';
import { type EventTotals } from './event-totals.js';

const TOTALS: EventTotals = { events: 1_200, deadLetters: 3, newestEvent: 1_700_000_000_500 };

async function scrape(registry: MetricsRegistry): Promise<string[]> {
  const text = await registry.metrics();
  return text.split('\n').filter((line) => line.startsWith('wherefore_'));
}

describe('EventMetrics', () => {
  it('shows what the store holds at the time of the scrape', async () => {
    const registry = new MetricsRegistry();
    let totals = TOTALS;
    new EventMetrics(registry, () => Promise.resolve(totals), silentLogger);
    await scrape(registry);
    totals = { ...TOTALS, events: 1_300 };
    expect(await scrape(registry)).toEqual([
      'wherefore_store_up 1',
      'wherefore_events_stored 1300',
      'wherefore_dead_letters 3',
      'wherefore_newest_event_timestamp_seconds 1700000000.5',
    ]);
  });

  it('has no newest event before there is one', async () => {
    const registry = new MetricsRegistry();
    const empty = { events: 0, deadLetters: 0, newestEvent: 0 };
    new EventMetrics(registry, () => Promise.resolve(empty), silentLogger);
    expect(await scrape(registry)).toEqual([
      'wherefore_store_up 1',
      'wherefore_events_stored 0',
      'wherefore_dead_letters 0',
    ]);
  });

  it('shows nothing stale while the store is away, and says so once', async () => {
    const registry = new MetricsRegistry();
    const warnings: string[] = [];
    const logger = { ...silentLogger, warn: (message: string) => warnings.push(message) };
    let answer = Promise.resolve(TOTALS);
    new EventMetrics(registry, () => answer, logger);
    await scrape(registry);
    answer = Promise.reject(new Error('refused'));
    await scrape(registry);
    expect(await scrape(registry)).toEqual(['wherefore_store_up 0']);
    expect(warnings).toHaveLength(1);
  });
});
