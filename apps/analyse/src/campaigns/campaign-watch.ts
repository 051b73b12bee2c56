import {
  type Campaign,
  type CampaignPhase,
  type Crowd,
  type Membership,
  mergePhases,
  type TrafficSeries,
} from '#libs/intent';
import {
  campaignGrowthAdd,
  campaignGrowthClear,
  type CampaignPhaseRow,
  campaignPhases,
  clickHouseTime,
  noteGroupMembers,
  type Store,
} from '#libs/store';
import { crowdOverTime, type CrowdOrigin, type WatchedHour } from './crowd-over-time.js';
import { countTraffic } from './count-traffic.js';
import { type Crowds, type FoundCampaigns, NO_CROWDS } from './crowds.js';
import { crowdsOfToday } from './crowds-of-today.js';
import { fittestMemberships } from './fittest-memberships.js';
import { readNotedCrowds } from './noted-crowds.js';
import { readSeries } from './read-series.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
const HISTORY_MS = 28 * DAY_MS;
/** A campaign that was quiet for this long is over; the next is another. */
const FORGOTTEN_MS = 2 * DAY_MS;

/** The cycle that looks, times in milliseconds since the epoch. */
interface WatchSpan {
  readonly asOf: number;
  /** Newest append time stored. */
  readonly appendedUntil: number;
}

/**
 * Watches the estate's aggregates over time, hour by hour: once an hour of event time has passed, it counts that hour, looks
 * for what there is too much of, and tells who is behind it. Cycles in between get what the last hour gave.
 *
 * What it concludes is a function of the stored events and the campaigns noted before; after a restart it takes up from
 * those notes.
 */
export class CampaignWatch {
  #hour = -1;
  #crowds: Crowds = NO_CROWDS;
  #known: ReadonlyMap<string, Campaign> | null = null;
  #absorbed: ReadonlySet<string> = new Set();
  #growthNoted = true;

  /** Crowds of the hour that ended last before `asOf`, and the groups with their course. */
  async look(store: Store, span: WatchSpan, groups: readonly Campaign[]): Promise<FoundCampaigns> {
    const hour = Math.floor(span.asOf / HOUR_MS) * HOUR_MS;
    if (hour !== this.#hour) await this.#lookAtHour(store, { ...span, asOf: hour }, groups);
    else if (this.#growthNoted) await this.#clearGrowth(store);
    const known = this.#known ?? new Map<string, Campaign>();
    return {
      ...this.#crowds,
      groups: groups
        .filter(({ id }) => !this.#absorbed.has(id))
        .map((group) => courseOf(group, known.get(group.id))),
    };
  }

  async #lookAtHour(store: Store, span: WatchSpan, groups: readonly Campaign[]): Promise<void> {
    const { asOf } = span;
    const resumed = this.#known === null;
    const before = resumed ? await readNotedCrowds(store, asOf - 1) : null;
    const known = this.#known ?? before?.known ?? new Map<string, Campaign>();
    const members = before?.memberships ?? this.#crowds.memberships;
    await countTraffic(
      store,
      { from: asOf - HISTORY_MS, to: asOf, build: span.appendedUntil },
      resumed,
    );
    const found = await this.#findCrowds(store, asOf, [...known.values()], groups);
    const crowds = joined(found);
    this.#absorbed = new Set(found.flatMap(({ absorbed }) => absorbed));
    const others = groups.filter(({ id }) => !this.#absorbed.has(id));
    await noteMembers(store, asOf, found, others);
    const phases = await phasesOf(store, asOf, [...crowds.campaigns, ...others]);
    const campaigns = crowds.campaigns.map((one) => advanced(one, known.get(one.id), phases));
    this.#crowds = withCourse(crowds, campaigns);
    const acting = others.map((one) => advanced(one, known.get(one.id), phases));
    this.#known = new Map([...known, ...byId(campaigns), ...byId(acting)]);
    await this.#noteGrowth(store, members);
    this.#hour = asOf;
  }

  async #findCrowds(
    store: Store,
    asOf: number,
    known: readonly Campaign[],
    groups: readonly Campaign[],
  ): Promise<readonly Crowd[]> {
    const hour: WatchedHour = {
      asOf,
      groups,
      acting: (series, since) => known.find((one) => goesOn(one, series, since, asOf)) ?? null,
    };
    const found: Crowd[] = [];
    const ordinary: TrafficSeries[] = [];
    for (const series of await readSeries(store, asOf - HISTORY_MS, asOf)) {
      const crowd = await crowdOverTime(store, series, hour);
      if (crowd === null) ordinary.push(series);
      else found.push(crowd);
    }
    return [...found, ...(await crowdsOfToday(store, ordinary, hour))];
  }

  /** Members that are new or much likelier than an hour ago are judged in this cycle, whenever they came. */
  async #noteGrowth(store: Store, before: ReadonlyMap<string, Membership>): Promise<void> {
    const grown = [...this.#crowds.memberships]
      .filter(([address, { probability }]) => {
        const past = before.get(address)?.probability ?? 0;
        return probability > past + 0.1;
      })
      .map(([address]) => ({ address }));
    await this.#clearGrowth(store);
    await store.insertRows(campaignGrowthAdd, grown);
    this.#growthNoted = grown.length > 0;
  }

  async #clearGrowth(store: Store): Promise<void> {
    if (this.#growthNoted) await store.command(campaignGrowthClear);
    this.#growthNoted = false;
  }
}

function goesOn(
  campaign: Campaign,
  { site, kind }: { readonly site: string; readonly kind: string },
  since: CrowdOrigin,
  asOf: number,
): boolean {
  return (
    campaign.cell === '' &&
    campaign.site === site &&
    campaign.kind === kind &&
    campaign.id.startsWith(`${kind}-${since}-`) &&
    campaign.lastSeen >= asOf - FORGOTTEN_MS
  );
}

function joined(found: readonly Crowd[]): Crowds {
  return {
    campaigns: found.map(({ campaign }) => campaign),
    memberships: fittestMemberships(found.flatMap(({ memberships }) => [...memberships])),
  };
}

async function noteMembers(
  store: Store,
  asOf: number,
  crowds: readonly Crowd[],
  groups: readonly Campaign[],
): Promise<void> {
  const now = clickHouseTime(asOf);
  const memberships = crowds.flatMap((crowd) => [...crowd.memberships]);
  const rows = memberships.map(([address, { campaign, probability, shares }]) => ({
    as_of: now,
    campaign: campaign.id,
    address,
    probability,
    shares: shares === '' ? 'outcome' : shares,
    first_seen: clickHouseTime(campaign.firstSeen),
    last_seen: clickHouseTime(campaign.lastSeen),
    computed_at: now,
  }));
  await store.insertRows('campaign_members', rows);
  if (groups.length === 0) return;
  await store.command(noteGroupMembers, {
    asOf: now,
    now,
    cells: groups.map(({ cell }) => cell),
    ids: groups.map(({ id }) => id),
    memberships: groups.map(({ membership }) => membership),
  });
}

async function phasesOf(
  store: Store,
  asOf: number,
  campaigns: readonly Campaign[],
): Promise<ReadonlyMap<string, readonly CampaignPhase[]>> {
  if (campaigns.length === 0) return new Map();
  const rows = await store.query<CampaignPhaseRow>(campaignPhases, {
    asOf: clickHouseTime(asOf),
    from: clickHouseTime(asOf - DAY_MS),
    to: clickHouseTime(asOf),
    ids: campaigns.map(({ id }) => id),
    sites: campaigns.map(({ site }) => site),
    kinds: campaigns.map(({ kind }) => kind),
  });
  const phases = new Map<string, CampaignPhase[]>();
  for (const { campaign, ...phase } of rows)
    phases.set(campaign, [...(phases.get(campaign) ?? []), phase]);
  return phases;
}

function advanced(
  campaign: Campaign,
  before: Campaign | undefined,
  phases: ReadonlyMap<string, readonly CampaignPhase[]>,
): Campaign {
  const now = { ...campaign, phases: phases.get(campaign.id) ?? [] };
  return courseOf(now, before);
}

/** A campaign with what is known of its course from before. */
function courseOf(campaign: Campaign, before: Campaign | undefined): Campaign {
  if (before === undefined) return campaign;
  return {
    ...campaign,
    start: Math.min(campaign.start, before.start),
    phases: mergePhases(before.phases, campaign.phases),
  };
}

function withCourse({ memberships }: Crowds, campaigns: readonly Campaign[]): Crowds {
  const advancedById = new Map(byId(campaigns));
  return {
    campaigns,
    memberships: new Map(
      [...memberships].map(([address, one]) => [
        address,
        { ...one, campaign: advancedById.get(one.campaign.id) ?? one.campaign },
      ]),
    ),
  };
}

function byId(campaigns: readonly Campaign[]): readonly (readonly [string, Campaign])[] {
  return campaigns.map((one) => [one.id, one] as const);
}
