import { type Campaign } from './campaign.js';

/** That one visitor takes part in a campaign, and how likely that is. */
export interface Membership {
  readonly campaign: Campaign;
  /** Probability that this visitor is part of it: 0 to 1. Over all suspects they add up to the excess. */
  readonly probability: number;
  /** What speaks most for it: traits the visitor shares with the crowd and with few others. */
  readonly shares: string;
}
