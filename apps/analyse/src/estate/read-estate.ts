import {
  type ActorGroup,
  type Campaign,
  findActorCampaigns,
  findLoginCampaigns,
  findReaderCampaigns,
  type LoginGroup,
  type ReaderGroup,
  type SiteProfile,
} from '#libs/intent';
import {
  actorGroups,
  clickHouseTime,
  countVisitorWindow,
  loginGroups,
  readerGroups,
  siteProfiles,
  type Store,
} from '#libs/store';
import { type CrowdSource, type FoundCampaigns } from '../campaigns/crowds.js';
import { readNotedCrowds } from '../campaigns/noted-crowds.js';
import { readBaselines } from './read-baselines.js';
import { EstateSnapshot } from './estate-snapshot.js';

const WEEK_MS = 7 * 86_400_000;

/** Where an estate comes from, in the cycle itself. */
interface EstateSources {
  readonly crowds?: CrowdSource;
  readonly count?: () => Promise<unknown>;
}

/**
 * Reads the whole estate of the window `[from, to)`: baselines, site profiles, and campaigns found in it.
 * Leaves every visitor of the window in `visitor_window`, from which the cycle reads those that moved.
 *
 * `crowds` finds campaigns over time; unless given, those that the cycle of `to` noted are taken, and nothing is written. `count` counts
 * the window; unless given, everybody is counted.
 */
export async function readEstate(
  store: Store,
  from: number,
  to: number,
  {
    crowds = (groups): Promise<FoundCampaigns> => noted(store, to, groups),
    count = (): Promise<void> => countVisitorWindow(store, from, to),
  }: EstateSources = {},
): Promise<EstateSnapshot> {
  await count();
  const baselines = await readBaselines(store, to);
  const profiles = await store.query<SiteProfile>(siteProfiles, {
    weekFrom: clickHouseTime(to - WEEK_MS),
    to: clickHouseTime(to),
  });
  const logins = await store.query<LoginGroup>(loginGroups);
  const readers = await store.query<ReaderGroup>(readerGroups);
  const actors = await store.query<ActorGroup>(actorGroups);
  const found = await crowds([
    ...findLoginCampaigns(logins),
    ...findReaderCampaigns(readers),
    ...findActorCampaigns(actors),
  ]);
  const campaigns = [...found.groups, ...found.campaigns];
  return new EstateSnapshot(from, to, baselines, profiles, { ...found, campaigns });
}

async function noted(
  store: Store,
  to: number,
  groups: readonly Campaign[],
): Promise<FoundCampaigns> {
  return { ...(await readNotedCrowds(store, to)), groups };
}
