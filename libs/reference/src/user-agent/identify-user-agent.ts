import { BoundedCache } from '../bounded-cache.js';
import { oddities } from './oddities.js';
import { operatingSystemIn } from './operating-system.js';
import { senderOf } from './sender.js';
import { userAgentText } from './user-agent-text.js';
import { type UserAgentIdentity } from './user-agent-identity.js';

const EMPTY: UserAgentIdentity = {
  family: '',
  kind: 'empty',
  majorVersion: null,
  operatingSystem: '',
  crawler: null,
  attackTool: false,
  oddities: [],
};

const cache = new BoundedCache<UserAgentIdentity>();

/**
 * Reads a user agent text: family, kind, version, system, the crawler it claims to be, and what is
 * odd about it. Looks at the first 1,024 characters, in time linear in them; `''` and `-` are empty.
 */
export function identifyUserAgent(userAgent: string): UserAgentIdentity {
  const text = userAgentText(userAgent);
  return text === '' ? EMPTY : cache.get(text, identify);
}

function identify(text: string): UserAgentIdentity {
  return {
    ...senderOf(text),
    operatingSystem: operatingSystemIn(text),
    oddities: oddities(text),
  };
}
