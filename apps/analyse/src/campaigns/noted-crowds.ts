import { type Campaign, type CampaignPhase, type Membership } from '#libs/intent';
import {
  clickHouseTime,
  type NotedMember,
  notedCampaigns,
  notedMembers,
  type Store,
} from '#libs/store';
import { type Crowds } from './crowds.js';
import { fittestMemberships } from './fittest-memberships.js';

type CampaignRow = Omit<Campaign, 'phases'> & { readonly phases: string };

/** What earlier cycles found, as they wrote it down. */
interface NotedCrowds extends Crowds {
  /** Every campaign of the week before, groups included, by id. */
  readonly known: ReadonlyMap<string, Campaign>;
  /** The instant the memberships are of, milliseconds; 0 where there are none. */
  readonly asOf: number;
}

/** Reads the campaigns and members that cycles up to `asOf` (milliseconds) noted. Changes nothing. */
export async function readNotedCrowds(store: Store, asOf: number): Promise<NotedCrowds> {
  const until = { asOf: clickHouseTime(asOf) };
  const rows = await store.query<CampaignRow>(notedCampaigns, until);
  const known = new Map(rows.map((row) => [row.id, campaignFrom(row)]));
  const members = await store.query<NotedMember>(notedMembers, until);
  const noted = members.flatMap((member) => {
    const campaign = known.get(member.campaign);
    return campaign === undefined
      ? []
      : [[member.address, membershipOf(member, campaign)] as const];
  });
  const memberships = fittestMemberships(noted);
  const acting = new Set(noted.map(([, { campaign }]) => campaign));
  return { known, memberships, campaigns: [...acting], asOf: members[0]?.asOf ?? 0 };
}

function campaignFrom({ phases, ...rest }: CampaignRow): Campaign {
  return { ...rest, phases: JSON.parse(phases) as CampaignPhase[] };
}

function membershipOf({ probability, shares }: NotedMember, campaign: Campaign): Membership {
  return { campaign, probability, shares };
}
