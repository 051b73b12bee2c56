import { type Campaign, type Membership } from '#libs/intent';

/** Campaigns found by the aggregate over time, and their members by address. */
export interface Crowds {
  readonly campaigns: readonly Campaign[];
  readonly memberships: ReadonlyMap<string, Membership>;
}

/**
 * Gives the crowds of a cycle, once the campaigns of its behavioural groups are known, and those groups' campaigns with
 * their course.
 */
export type CrowdSource = (groups: readonly Campaign[]) => Promise<FoundCampaigns>;

export interface FoundCampaigns extends Crowds {
  /** The campaigns of behavioural groups that were given, with start and phases as far as known. */
  readonly groups: readonly Campaign[];
}

export const NO_CROWDS: Crowds = { campaigns: [], memberships: new Map() };
