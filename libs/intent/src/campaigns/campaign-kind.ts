import { type ActorDeed } from './actor-deed.js';

/**
 * What the visitors of a campaign do alike, by the roles of the paths they go to. `reading` covers items, listings and
 * other pages; `calling` is sending to an interface that does not tell what for, as GraphQL's.
 */
export type CampaignKind =
  ActorDeed | 'login' | 'reset' | 'consent' | 'token' | 'accounts' | 'reading' | 'calling';
