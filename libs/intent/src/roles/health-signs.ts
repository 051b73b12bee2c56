import { addSigns } from './add-signs.js';
import { type RoleReader } from './role-sign.js';

const FEW_CALLERS = 3;
const OFTEN = 100;

/**
 * A health check is one place that one or two programs call at even intervals and nobody else does. It is asked, not sent to, and answers: a
 * tool that floods or guesses at a place of its own is even as well.
 */
export const healthSigns: RoleReader = ({
  visitors,
  busiest,
  busiestEvenness,
  requests,
  paths,
  posts,
  gets,
  served,
  notModified,
}) => {
  if (posts > 0 || (gets > 0 && served + notModified === 0)) return null;
  if (visitors > FEW_CALLERS || busiest < OFTEN || paths > 1) return null;
  return addSigns('health', -2.5, [
    busiestEvenness >= 0.8 && {
      weight: 3.5,
      reason: `one caller asks ${busiest} times, ${Math.round(busiestEvenness * 100)} % of them at even intervals`,
    },
    busiest >= requests * 0.9 && { weight: 1, reason: 'hardly anybody else asks for it' },
  ]);
};
