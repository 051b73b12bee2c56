import {
  type Baseline,
  findLoginCampaigns,
  findReaderCampaigns,
  type LoginGroup,
  type ReaderGroup,
  type SiteProfile,
} from '#libs/intent';
import {
  clickHouseTime,
  estateBaselines,
  loginGroups,
  readerGroups,
  siteProfiles,
  type Store,
} from '#libs/store';
import { EstateSnapshot } from './estate-snapshot.js';

const WEEK_MS = 7 * 86_400_000;

/** Reads the whole estate of the window `[from, to)`: baselines, site profiles, and campaigns found in it. */
export async function readEstate(store: Store, from: number, to: number): Promise<EstateSnapshot> {
  const window = { from: clickHouseTime(from), to: clickHouseTime(to) };
  const week = { from: clickHouseTime(to - WEEK_MS), to: clickHouseTime(to) };
  const baselines = await store.query<Baseline>(estateBaselines, window);
  const profiles = await store.query<SiteProfile>(siteProfiles, week);
  const logins = await store.query<LoginGroup>(loginGroups, window);
  const readers = await store.query<ReaderGroup>(readerGroups, window);
  const campaigns = [...findLoginCampaigns(logins), ...findReaderCampaigns(readers)];
  return new EstateSnapshot(from, to, baselines, profiles, campaigns);
}
