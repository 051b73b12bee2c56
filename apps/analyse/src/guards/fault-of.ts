import { type GuardFinding } from '#libs/intent';
import { StoreQueryError, StoreSchemaError, StoreUnavailableError } from '#libs/store';

/** ClickHouse: 497 no such right, 516 wrong password, 192 no such user. */
const NO_RIGHT = /\b(?:ACCESS_DENIED|AUTHENTICATION_FAILED|UNKNOWN_USER) (?:497|516|192)\b|\b497\b/;

/** What kind of fault of the store keeps a cycle from publishing; null for errors of another kind. */
export function faultOf(error: unknown): GuardFinding['reason'] | null {
  if (error instanceof StoreSchemaError) return 'schema';
  if (error instanceof StoreQueryError)
    return NO_RIGHT.test(error.message) ? 'permissions' : 'schema';
  return error instanceof StoreUnavailableError ? 'store_away' : null;
}
