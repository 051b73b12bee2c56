import { type CampaignKind, type TrafficSeries } from '#libs/intent';
import { campaignSeries, type CampaignSeriesRow, type Store } from '#libs/store';

const HOUR_MS = 3_600_000;

/** Every series of the whole hours `[from, to)` in which somebody acted in the last day, hours without anybody as zeros. */
export async function readSeries(
  store: Store,
  from: number,
  to: number,
): Promise<readonly TrafficSeries[]> {
  const rows = await store.query<CampaignSeriesRow>(campaignSeries, { from, to });
  const everybody = new Map(rows.filter(({ kind }) => kind === '').map((row) => [row.site, row]));
  const first = Math.min(...[...everybody.values()].map(({ hours }) => hours[0] ?? 0), Infinity);
  const length = (to - from) / HOUR_MS;
  const dense = (row: CampaignSeriesRow | undefined, of: 'actors' | 'bad'): readonly number[] => {
    const counts = Array.from({ length }, () => 0);
    row?.hours.forEach((hour, i) => (counts[hour] = row[of][i] ?? 0));
    return counts.slice(first);
  };
  return rows
    .filter(({ kind }) => kind !== '')
    .map((row) => ({
      site: row.site,
      kind: row.kind as CampaignKind,
      from: from + first * HOUR_MS,
      actors: dense(row, 'actors'),
      bad: dense(row, 'bad'),
      visitors: dense(everybody.get(row.site), 'actors'),
    }));
}
