import { type Purpose } from './purpose.js';

/** People using the site for what it is made for. */
export const ordinaryUse: Purpose = {
  id: 'ordinary_use',
  definition: 'A person uses the site for what it is made for.',
  shows: (_visitor, nature) => nature === 'human',
};
