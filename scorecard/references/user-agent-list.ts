import crawlers from 'crawler-user-agents';
import { isbot } from 'isbot';

const PATTERNS = crawlers.map(({ pattern }) => new RegExp(pattern));

/**
 * Whether a list of user agents calls this one a bot: isbot or crawler-user-agents names it, or there is none at all. Browsers
 * always send one (RFC 9110, section 10.1.5: user agents SHOULD).
 */
export function isListedBot(userAgent: string): boolean {
  return userAgent === '' || isbot(userAgent) || PATTERNS.some((one) => one.test(userAgent));
}
