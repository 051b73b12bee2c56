import {
  campaignTrafficExtent,
  clickHouseTime,
  countCampaignTraffic,
  firstCampaignHour,
  lateCampaignHours,
  type Store,
} from '#libs/store';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

interface Extent {
  readonly until: number;
  readonly seen: number;
}

/**
 * Brings `campaign_traffic` up to the whole hours before `to`, from `from` on: hours never counted, and those of which
 * events arrived since. `build` is the newest append time of the log. A day at a time, so that memory stays bounded.
 *
 * `resumed`: after a start the newest day is counted again, for a crash may have left it half done.
 */
export async function countTraffic(
  store: Store,
  span: { readonly from: number; readonly to: number; readonly build: number },
  resumed: boolean,
): Promise<void> {
  const [extent = { until: 0, seen: 0 }] = await store.query<Extent>(campaignTrafficExtent);
  const counted = Math.min(span.to, resumed ? extent.until - DAY_MS : extent.until);
  const begin = await firstHour(store, Math.max(span.from, counted), span.to);
  for (const hour of await lateHours(store, span.from, begin, extent.seen))
    await countHours(store, hour, hour + HOUR_MS, span.build);
  for (let from = begin; from < span.to; from += DAY_MS)
    await countHours(store, from, Math.min(from + DAY_MS, span.to), span.build);
}

/** Where events begin, so that a log of a day is not looked for in a month. */
async function firstHour(store: Store, from: number, to: number): Promise<number> {
  if (to - from <= DAY_MS) return from;
  const [row] = await store.query<{ hour: number }>(firstCampaignHour, {
    from: clickHouseTime(from),
    to: clickHouseTime(to),
  });
  return row === undefined || row.hour === 0 ? to : row.hour;
}

async function lateHours(
  store: Store,
  from: number,
  to: number,
  seen: number,
): Promise<readonly number[]> {
  if (seen === 0 || from >= to) return [];
  const rows = await store.query<{ hour: number }>(lateCampaignHours, {
    from: clickHouseTime(from),
    to: clickHouseTime(to),
    seen,
  });
  return rows.map(({ hour }) => hour);
}

function countHours(store: Store, from: number, to: number, build: number): Promise<void> {
  return store.command(countCampaignTraffic, {
    from: clickHouseTime(from),
    to: clickHouseTime(to),
    build,
  });
}
