import { describe, expect, it } from '@jest/globals';
import { MetricsRegistry, silentLogger } from '#libs/platform';
import { type VerdictCount, VerdictMetrics } from './verdict-metrics.js';

async function scrape(registry: MetricsRegistry): Promise<string[]> {
  const text = await registry.metrics();
  return text.split('\n').filter((line) => line.startsWith('wherefore_verdicts'));
}

describe(VerdictMetrics.name, () => {
  it('counts the verdicts in force by action and forgets those lifted', async () => {
    const registry = new MetricsRegistry();
    let counts: VerdictCount[] = [
      { action: 'block', verdicts: 3 },
      { action: 'challenge', verdicts: 1 },
    ];
    new VerdictMetrics(registry, () => Promise.resolve(counts), silentLogger);
    await scrape(registry);
    counts = [{ action: 'block', verdicts: 2 }];
    expect(await scrape(registry)).toEqual(['wherefore_verdicts_in_force{action="block"} 2']);
  });

  it('shows nothing while the store is away', async () => {
    const registry = new MetricsRegistry();
    new VerdictMetrics(registry, () => Promise.reject(new Error('refused')), silentLogger);
    expect(await scrape(registry)).toEqual([]);
  });
});
