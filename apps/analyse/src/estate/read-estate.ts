import {
  findLoginCampaigns,
  findReaderCampaigns,
  type LoginGroup,
  type ReaderGroup,
  type SiteProfile,
} from '#libs/intent';
import {
  clickHouseTime,
  countVisitorWindow,
  loginGroups,
  readerGroups,
  siteProfiles,
  type Store,
} from '#libs/store';
import { EstateSnapshot } from './estate-snapshot.js';
import { readBaselines } from './read-baselines.js';

const WEEK_MS = 7 * 86_400_000;

/**
 * Reads the whole estate of the window `[from, to)`: baselines, site profiles, and campaigns found in it.
 * Leaves every visitor of the window in `visitor_window`, from which the cycle reads those that moved.
 */
export async function readEstate(store: Store, from: number, to: number): Promise<EstateSnapshot> {
  await countVisitorWindow(store, from, to);
  const baselines = await readBaselines(store, to);
  const profiles = await store.query<SiteProfile>(siteProfiles, {
    weekFrom: clickHouseTime(to - WEEK_MS),
    to: clickHouseTime(to),
  });
  const logins = await store.query<LoginGroup>(loginGroups);
  const readers = await store.query<ReaderGroup>(readerGroups);
  const campaigns = [...findLoginCampaigns(logins), ...findReaderCampaigns(readers)];
  return new EstateSnapshot(from, to, baselines, profiles, campaigns);
}
