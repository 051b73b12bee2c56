import { pollsLikeAMonitor } from '../threats/identity-rules.js';
import { type Purpose } from './purpose.js';

/** Watching whether a site is up: health checks and little else, or few paths at even intervals. */
export const monitoring: Purpose = {
  id: 'monitoring',
  definition: 'Asks for few paths at even intervals, to see whether they still work.',
  shows: (visitor) => {
    const { healthChecks, requests } = visitor.features;
    return (healthChecks > 0 && healthChecks >= requests * 0.8) || pollsLikeAMonitor(visitor);
  },
};
