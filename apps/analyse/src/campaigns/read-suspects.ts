import { type Excess, type Suspect } from '#libs/intent';
import { campaignSuspects, clickHouseTime, type Store, type SuspectRow } from '#libs/store';

/** Everybody who did at the excess's site what it is about in `[from, to)`, with traits. */
export async function readSuspects(
  store: Store,
  { site, kind }: Pick<Excess, 'site' | 'kind'>,
  from: number,
  to: number,
): Promise<readonly Suspect[]> {
  const rows = await store.query<SuspectRow>(campaignSuspects, {
    site,
    kind,
    from: clickHouseTime(from),
    to: clickHouseTime(to),
  });
  return rows.map(({ address, bad, firstSeen, lastSeen, agent_: agent, ...traits }) => ({
    address,
    bad: bad === 1,
    firstSeen,
    lastSeen,
    traits: { ...traits, agent },
  }));
}
