import { type Attribution } from './attribute-members.js';
import { type Campaign } from './campaign.js';
import { type CampaignKind } from './campaign-kind.js';
import { campaignThreat } from './campaign-threat.js';
import { type Membership } from './membership.js';
import { type TraitName } from './suspect.js';
import { traitWords } from './trait-groups.js';

/** A campaign found by the aggregate, and its members with their probabilities, by address. */
export interface Crowd {
  readonly campaign: Campaign;
  readonly memberships: ReadonlyMap<string, Membership>;
  /** Ids of the groups' campaigns that are part of this one. */
  readonly absorbed: readonly string[];
}

/** What a crowd does, and what is known of it besides its members. */
interface CrowdCourse {
  readonly site: string;
  readonly kind: CampaignKind;
  /** By what it was found; part of its name. */
  readonly since: 'bad' | 'actors' | 'today';
  /** Milliseconds since the epoch. */
  readonly start: number;
  /** The campaign that was found here in an earlier cycle, if it goes on. */
  readonly acting: Campaign | null;
  /** Campaigns found by behavioural groups. */
  readonly groups: readonly Campaign[];
}

/** From this part of its members on a group is part of the crowd. */
const ABSORBED = 0.7;

/** The crowd whose members are `found`; at least one. */
export function crowdOf(found: readonly Attribution[], course: CrowdCourse): Crowd {
  const campaign = campaignFrom(found, course);
  return {
    campaign,
    memberships: membershipsOf(campaign, found),
    absorbed: absorbedBy(found, course),
  };
}

function campaignFrom(
  found: readonly Attribution[],
  { site, kind, since, start, acting }: CrowdCourse,
): Campaign {
  const seen = found.map(({ suspect }) => suspect);
  return {
    id: acting?.id ?? `${kind}-${since}-${site || 'estate'}-${hourName(start)}`,
    threat: campaignThreat[kind],
    kind,
    site,
    cell: '',
    observed: found.length,
    expected: found.reduce((sum, { probability }) => sum + 1 - probability, 0),
    membership: found.reduce((sum, { probability }) => sum + probability, 0) / found.length,
    traits: traitsOf(found),
    firstSeen: seen.reduce((first, { firstSeen }) => Math.min(first, firstSeen), Infinity),
    lastSeen: seen.reduce((last, { lastSeen }) => Math.max(last, lastSeen), 0),
    start: Math.min(start, acting?.start ?? start),
    phases: [],
  };
}

/** Campaigns of readers with one user agent whose members are mostly members of the crowd: one program with many user agents. */
function absorbedBy(
  found: readonly Attribution[],
  { site, kind, groups }: CrowdCourse,
): readonly string[] {
  const members = new Map<string, number>();
  for (const { suspect } of found) {
    const cell = `${site} ${suspect.traits.fingerprint.split('|')[0] ?? ''}`;
    members.set(cell, (members.get(cell) ?? 0) + 1);
  }
  return groups
    .filter((group) => group.kind === 'reading' && kind === 'reading')
    .filter(({ cell, observed }) => (members.get(cell) ?? 0) >= ABSORBED * observed)
    .map(({ id }) => id);
}

/** The traits that most members share, each with its commonest value where that is a fifth or more. */
function traitsOf(found: readonly Attribution[]): string {
  const counts = new Map<TraitName, number>();
  for (const { shares } of found)
    for (const trait of shares) counts.set(trait, (counts.get(trait) ?? 0) + 1);
  const common = [...counts]
    .filter(([, count]) => count >= found.length / 3)
    .toSorted((a, b) => b[1] - a[1])
    .slice(0, 4)
    .map(([trait]) => describe(trait, found));
  return common.length > 0 ? common.join(', ') : 'nothing but that they fail';
}

function describe(trait: TraitName, found: readonly Attribution[]): string {
  const counts = new Map<string, number>();
  for (const { suspect } of found)
    counts.set(suspect.traits[trait], (counts.get(suspect.traits[trait]) ?? 0) + 1);
  const [value, count] = [...counts].reduce((best, next) => (next[1] > best[1] ? next : best));
  return count >= found.length / 5 && value !== ''
    ? `${traitWords[trait]} “${value.slice(0, 90)}”`
    : traitWords[trait];
}

function membershipsOf(
  campaign: Campaign,
  found: readonly Attribution[],
): ReadonlyMap<string, Membership> {
  return new Map(
    found.map(({ suspect, probability, shares }) => [
      suspect.address,
      { campaign, probability, shares: shares.map((trait) => traitWords[trait]).join(', ') },
    ]),
  );
}

/** 2025-03-03T04, in UTC. */
function hourName(milliseconds: number): string {
  return new Date(milliseconds).toISOString().slice(0, 13);
}
