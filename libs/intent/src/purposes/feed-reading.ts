import { type Purpose } from './purpose.js';

/** Feed readers ask for feeds; eight in ten leaves room for icons and pictures. Assumption. */
const MOSTLY = 0.8;

/** Reading feeds, declared or not. */
export const feedReading: Purpose = {
  id: 'feed',
  definition: 'Asks for feeds and sitemaps again and again, to show what is new.',
  shows: ({ features }) => features.feeds > 0 && features.feeds >= features.requests * MOSTLY,
};
