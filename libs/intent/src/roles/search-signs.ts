import { addSigns } from './add-signs.js';
import { type RoleReader } from './role-sign.js';

/** So many different values make a parameter one that people fill in. Assumption. */
const MANY_VALUES = 10;
const MOSTLY = 0.6;

/** A search is one place asked with ever new words in one parameter; page numbers and item numbers are no words. */
export const searchSigns: RoleReader = (conduct) => {
  const { parameter, parameterRequests, parameterValues, parameterNumeric, requests } = conduct;
  if (parameterValues < MANY_VALUES || conduct.paths > 3) return null;
  return addSigns('search', -2.5, [
    parameterNumeric < 0.2 && {
      weight: 2.5,
      reason: `its parameter “${parameter}” holds words: ${parameterValues} different ones in ${parameterRequests} requests`,
    },
    parameterRequests >= requests * MOSTLY && {
      weight: 1.2,
      reason: 'nearly nobody asks without it',
    },
    parameterValues >= parameterRequests / 4 && { weight: 0.8, reason: 'the values rarely repeat' },
    conduct.leadsToPaths >= MANY_VALUES && {
      weight: 0.8,
      reason: `people go on from it to ${conduct.leadsToPaths} different pages`,
    },
  ]);
};
