import { describe, expect, it } from '@jest/globals';
import { type Clock, MetricsRegistry } from '#libs/platform';
import { loadReferenceData } from './load-reference-data.js';
import { ReferenceDataMetrics } from './reference-data-metrics.js';

describe('ReferenceDataMetrics', () => {
  it('tells the age of every data set when it is asked', async () => {
    const registry = new MetricsRegistry();
    const data = loadReferenceData();
    const asn = data.sets.find(({ name }) => name === 'asn-ipv4');
    let now = Date.parse(asn?.date ?? '') + 5_000;
    const clock: Clock = { now: () => now, monotonic: () => 0 };
    expect(new ReferenceDataMetrics(registry, data, clock)).toBeDefined();
    const line = (seconds: number): string =>
      `wherefore_reference_data_age_seconds{data="asn-ipv4"} ${seconds}\n`;
    expect(await registry.metrics()).toContain(line(5));
    now += 86_400_000;
    const text = await registry.metrics();
    expect(text).toContain(line(86_405));
    for (const { name } of data.sets)
      expect(text).toContain(`wherefore_reference_data_age_seconds{data="${name}"}`);
    expect(text).toContain(`wherefore_reference_data_entries{data="asn-ipv4"} ${asn?.entries}`);
    expect(text).toContain('wherefore_reference_data_refused_files 0');
  });
});
