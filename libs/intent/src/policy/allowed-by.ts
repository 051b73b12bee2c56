import { type AllowRules } from './allow-rules.js';
import { cidrOverlap } from './cidr-overlap.js';
import { blockOf, hits, type ScopedKey } from './key-scope.js';
import { type Sighting } from './sighting.js';

/**
 * The allow rule that a verdict on the key would break, as `allow.addresses`; null where it breaks none.
 *
 * A key of an address or a block is held against the allowed blocks by itself: neither inside one nor around one. Every key is held
 * against what was seen of it in the window. A key that may turn up at any address (a fingerprint, a network) is not published while
 * addresses are allowed: nothing says that it will not turn up there.
 */
export function allowedBy(
  key: ScopedKey,
  sightings: readonly Sighting[],
  allow: AllowRules,
): string | null {
  const named = namedBy(key, allow);
  if (named !== null) return named;
  const hit = sightings.filter((seen) => hits(key, seen));
  for (const [rule, isAllowed] of ruleOf(allow)) {
    if (hit.some(isAllowed)) return rule;
  }
  return asksForNothingElse(hit) ? 'allow.paths' : null;
}

/** By the key alone. */
function namedBy(scoped: ScopedKey, allow: AllowRules): string | null {
  const { keyType, key } = scoped;
  if (isNear(scoped, allow.addresses)) return 'allow.addresses';
  if (isAnywhere(scoped) && allow.networks.length > 0) return 'allow.networks';
  if (keyType === 'session' && allow.sessions.includes(key)) return 'allow.sessions';
  return isOfClient(scoped, allow.apiClients) ? 'allow.api_clients' : null;
}

/** In an allowed block, around one, or not bound to any. */
function isNear(key: ScopedKey, addresses: readonly string[]): boolean {
  const block = blockOf(key);
  if (block === null) return isAnywhere(key) && addresses.length > 0;
  return addresses.some((one) => cidrOverlap(one, block));
}

function isAnywhere({ keyType }: ScopedKey): boolean {
  return keyType === 'fingerprint' || keyType === 'network';
}

function isOfClient({ keyType, key }: ScopedKey, clients: readonly string[]): boolean {
  if (keyType === 'api_client') return clients.includes(key);
  if (keyType !== 'api_sub_visitor') return false;
  return clients.some((client) => key.startsWith(`${client}|`));
}

function ruleOf(allow: AllowRules): readonly [string, (seen: Sighting) => boolean][] {
  return [
    [
      'allow.addresses',
      ({ address }) => allow.addresses.some((block) => cidrOverlap(block, address)),
    ],
    ['allow.networks', ({ network }) => allow.networks.includes(network)],
    ['allow.api_clients', ({ apiClient }) => allow.apiClients.includes(apiClient)],
    ['allow.sessions', ({ session }) => allow.sessions.includes(session)],
    ['allow.accounts', ({ allowedAccounts }) => allowedAccounts > 0],
  ];
}

function asksForNothingElse(hit: readonly Sighting[]): boolean {
  return hit.length > 0 && hit.every(({ requests, allowedPaths }) => allowedPaths === requests);
}
