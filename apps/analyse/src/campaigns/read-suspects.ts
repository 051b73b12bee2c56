import { type CampaignKind, type Suspect } from '#libs/intent';
import { campaignSuspects, clickHouseTime, type Store, type SuspectRow } from '#libs/store';

/** What was done, at which sites, in `[from, to)` (milliseconds since the epoch). */
interface Deeds {
  readonly sites: readonly string[];
  readonly kind: CampaignKind;
  readonly from: number;
  readonly to: number;
}

/** Everybody who did it there, with traits, by site. */
export async function readSuspects(
  store: Store,
  { sites, kind, from, to }: Deeds,
): Promise<ReadonlyMap<string, readonly Suspect[]>> {
  const rows = await store.query<SuspectRow>(campaignSuspects, {
    sites,
    kind,
    from: clickHouseTime(from),
    to: clickHouseTime(to),
  });
  const suspects = new Map<string, Suspect[]>(sites.map((site) => [site, []]));
  for (const { site, address, bad, firstSeen, lastSeen, agent_: agent, ...traits } of rows)
    suspects
      .get(site)
      ?.push({ address, bad: bad === 1, firstSeen, lastSeen, traits: { ...traits, agent } });
  return suspects;
}
