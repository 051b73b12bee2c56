import { type VisitorKeyType } from '../visitor-features.js';
import { type EvidenceCode } from './evidence-code.js';

/**
 * Reasons that several people together give though none of them does: counts that grow with every visitor and are not compared head by
 * head (`headsOf`), and pauses that shrink where several walk at once.
 */
const ADDS_UP: ReadonlySet<EvidenceCode> = new Set([
  'API_DEAD_ENDS',
  'AROUND_THE_CLOCK',
  'ACCOUNTS_LEFT_UNUSED',
  'CHECKS_OUT_FASTER',
  'DAY_AND_NIGHT',
  'EVEN_PAUSES',
  'EXPENSIVE_REQUESTS',
  'FAILS_LIKE_A_PROGRAM',
  'FILLS_FORMS_IN_NO_TIME',
  'FINDS_AND_LEAVES',
  'GUESSES_PATHS',
  'HAMMERS_ONE_PLACE',
  'HURRIES_THROUGH_PAGES',
  'KEEPS_TRYING',
  'LEAVES_SERVER_ERRORS',
  'LOGIN_FAILURES',
  'MANY_ACCOUNTS',
  'NEVER_LOGS_IN',
  'NOTHING_BUT_CARTS',
  'NOTHING_BUT_CHALLENGES',
  'NOTHING_BUT_CODES',
  'NOTHING_BUT_CONTRIBUTIONS',
  'NOTHING_BUT_COUPONS',
  'NOTHING_BUT_PAYMENTS',
  'NOTHING_BUT_REGISTRATION',
  'NOTHING_BUT_VOTES',
  'PAYS_RIGHT_AFTER_LOGIN',
  'READS_MORE_THAN_ANYBODY',
  'READS_WITHOUT_PAUSE',
  'REQUEST_RATE',
  'SHARE_OF_SERVICE_TIME',
  'UNUSUAL_WALK',
]);

/** Whether a reason says nothing of a key like this, behind which there may be many. */
export function addsUp(code: EvidenceCode, keyType: VisitorKeyType): boolean {
  return keyType === 'prefix' && ADDS_UP.has(code);
}
