import { type EvidenceCode } from '../evidence/evidence-code.js';

/**
 * What any browser does, whoever drives it, with the most that it may weigh (log-odds). They come together, so their sum
 * counts: 5.5 at most. Two bots in five of the labelled driven browsers (CERTH, "Web bot detection dataset", 2022) show all that
 * people do; sites without such bots would let these reasons weigh without end. Assumption by that measure.
 */
export const imitableReasons: Readonly<Partial<Record<EvidenceCode, number>>> = {
  LOADS_ASSETS_LIKE_A_BROWSER: 3,
  FOLLOWS_LINKS: 0.5,
  KEEPS_A_CACHE: 0.7,
  OPENS_SPECULATIVE_SOCKETS: 1,
  AGENT_IS_BROWSER: 0.3,
};
