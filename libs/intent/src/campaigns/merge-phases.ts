import { type CampaignPhase } from './campaign-phase.js';

const ORDER = ['reconnaissance', 'attempt', 'success', 'use'] as const;

/** The course so far and what the newest 24 hours show of it: a phase reached stays reached, its counts are the largest seen in 24 hours. */
export function mergePhases(
  before: readonly CampaignPhase[],
  now: readonly CampaignPhase[],
): readonly CampaignPhase[] {
  return ORDER.flatMap((name) => {
    const seen = [...before, ...now].filter((phase) => phase.name === name);
    if (seen.length === 0) return [];
    return {
      name,
      first: Math.min(...seen.map(({ first }) => first)),
      requests: Math.max(...seen.map(({ requests }) => requests)),
      visitors: Math.max(...seen.map(({ visitors }) => visitors)),
    };
  });
}
