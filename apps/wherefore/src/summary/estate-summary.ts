import {
  campaignList,
  type CampaignRow,
  type EstateCounts,
  estateCounts,
  type Store,
  strongestVerdicts,
  type StrongestVerdict,
  type VisitorTally,
  visitorTally,
} from '#libs/store';
import { type EvidenceLine } from '../verdicts/verdict-line.js';

const CAMPAIGNS = 10;
const STRONGEST = 8;
const REASONS = 3;

export interface Tally {
  readonly name: string;
  readonly visitors: number;
  readonly requests: number;
}

export interface Strongest {
  readonly visitor: { readonly type: string; readonly value: string };
  readonly site: string;
  readonly nature: string;
  readonly class: string | null;
  readonly score: number;
  readonly confidence: number;
  readonly action: string;
  readonly campaign: string | null;
  readonly requests: number;
  /** The weightiest reasons, in plain words. */
  readonly reasons: readonly Pick<EvidenceLine, 'code' | 'text' | 'weight'>[];
}

export interface CampaignSummary {
  readonly id: string;
  readonly class: string;
  readonly site: string;
  /** Addresses condemned as members. */
  readonly members: number;
  readonly traits: string;
  readonly first_seen: string;
  readonly last_seen: string;
}

/** What was found in an estate, in the order in which a person asks. Times are ISO 8601, UTC. */
export interface EstateSummary {
  readonly events: number;
  readonly rejects: number;
  readonly clients: number;
  readonly sites: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly by_nature: readonly Tally[];
  readonly by_intent: readonly Tally[];
  readonly malicious: number;
  readonly blocked: number;
  readonly campaigns: readonly CampaignSummary[];
  readonly strongest: readonly Strongest[];
}

export async function collectSummary(store: Store): Promise<EstateSummary> {
  const [counts] = await store.query<EstateCounts>(estateCounts);
  const tally = await store.query<VisitorTally>(visitorTally);
  const campaigns = await store.query<CampaignRow>(campaignList, { limit: CAMPAIGNS });
  const strongest = await store.query<StrongestVerdict>(strongestVerdicts, { limit: STRONGEST });
  if (counts === undefined) throw new Error('the counts of the estate came back without a row');
  const malicious = tally.filter(({ stance }) => stance === 'malicious');
  return {
    events: counts.events,
    rejects: counts.rejects,
    clients: counts.clients,
    sites: counts.sites,
    from: instant(counts.earliest),
    to: instant(counts.latest),
    by_nature: tallyBy(tally, ({ nature }) => nature),
    by_intent: tallyBy(tally, intentName),
    malicious: sum(malicious.map(({ visitors }) => visitors)),
    blocked: sum(tally.map(({ blocked }) => blocked)),
    campaigns: campaigns.map(campaignSummary),
    strongest: strongest.map(strongestSummary),
  };
}

/** `benign`, `unknown`, or the threat class of a malicious visitor. */
const intentName = (row: VisitorTally): string =>
  row.stance === 'malicious' ? row.class || 'malicious' : row.stance;

export function tallyBy(
  rows: readonly VisitorTally[],
  nameOf: (row: VisitorTally) => string,
): Tally[] {
  const tallies = new Map<string, Tally>();
  for (const row of rows) {
    const name = nameOf(row);
    const so = tallies.get(name) ?? { name, visitors: 0, requests: 0 };
    tallies.set(name, {
      name,
      visitors: so.visitors + row.visitors,
      requests: so.requests + row.requests,
    });
  }
  return [...tallies.values()].sort((one, other) => other.visitors - one.visitors);
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, one) => total + one, 0);

const instant = (milliseconds: number): string | null =>
  milliseconds === 0 ? null : new Date(milliseconds).toISOString();

function campaignSummary(row: CampaignRow): CampaignSummary {
  return {
    id: row.id,
    class: row.threat,
    site: row.site,
    members: row.members,
    traits: row.traits,
    first_seen: new Date(row.first_seen).toISOString(),
    last_seen: new Date(row.last_seen).toISOString(),
  };
}

function strongestSummary(row: StrongestVerdict): Strongest {
  const evidence = JSON.parse(row.evidence) as EvidenceLine[];
  const weightiest = evidence.filter(({ weight }) => weight > 0).slice(0, REASONS);
  return {
    visitor: { type: row.key_type, value: row.key },
    site: row.site,
    nature: row.nature,
    class: row.class === '' ? null : row.class,
    score: row.score,
    confidence: row.confidence,
    action: row.action,
    campaign: row.campaign === '' ? null : row.campaign,
    requests: row.requests,
    reasons: weightiest.map(({ code, text, weight }) => ({ code, text, weight })),
  };
}
