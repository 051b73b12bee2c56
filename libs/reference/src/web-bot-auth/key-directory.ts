import { createHash, createPublicKey, type KeyObject } from 'node:crypto';

/** A key with which an operator's agents sign. */
export interface AgentKey {
  /** Who runs the agents, in the words of the directory file. */
  readonly operator: string;
  /** The agent's address, as `Signature-Agent` names it; compared without a trailing slash. */
  readonly agent: string;
  readonly key: KeyObject;
  /** Milliseconds since the epoch: from when and until when the key holds; null for no bound. */
  readonly notBefore: number | null;
  readonly notAfter: number | null;
}

/** Known keys by their thumbprints (RFC 7638), which is how `keyid` names them. */
export type KeyDirectory = ReadonlyMap<string, AgentKey>;

/**
 * Reads a file of keys, which are never fetched: `{"agents":[{"operator","agent","keys":[JWK, …]}]}`. The keys are those
 * of the agent's own directory (`/.well-known/http-message-signatures-directory`), copied by the operator of this
 * product. Ed25519 only, as draft-meunier-web-bot-auth-architecture recommends; other keys are left out.
 * @throws SyntaxError when it is no JSON
 * @throws RangeError that names every wrong field
 */
export function parseKeyDirectory(json: string): KeyDirectory {
  const agents = (JSON.parse(json) as { agents?: unknown } | null)?.agents;
  const problems: string[] = [];
  const keys = new Map<string, AgentKey>();
  if (!Array.isArray(agents)) throw new RangeError('agents has to be a list');
  for (const [i, entry] of (agents as unknown[]).entries()) {
    for (const [thumbprint, key] of agentKeys(entry, `agents[${i}]`, problems))
      keys.set(thumbprint, key);
  }
  if (problems.length > 0) throw new RangeError(problems.join('; '));
  return keys;
}

function agentKeys(entry: unknown, place: string, problems: string[]): [string, AgentKey][] {
  const { operator, agent, keys } = (entry ?? {}) as Record<string, unknown>;
  if (typeof operator !== 'string' || operator === '')
    problems.push(`${place}.operator has to be text`);
  if (typeof agent !== 'string' || !URL.canParse(agent))
    problems.push(`${place}.agent has to be an address such as https://bot.example`);
  if (!Array.isArray(keys)) problems.push(`${place}.keys has to be a list`);
  if (problems.length > 0 || !Array.isArray(keys)) return [];
  return (keys as unknown[]).flatMap((jwk, i) =>
    ed25519(jwk, `${place}.keys[${i}]`, problems, {
      operator: String(operator),
      agent: agentName(String(agent)),
    }),
  );
}

function ed25519(
  jwk: unknown,
  place: string,
  problems: string[],
  owner: Pick<AgentKey, 'operator' | 'agent'>,
): [string, AgentKey][] {
  const { kty, crv, x, nbf, exp } = (jwk ?? {}) as Record<string, unknown>;
  if (kty !== 'OKP' || crv !== 'Ed25519') return [];
  if (typeof x !== 'string' || !/^[\w-]{43}$/.test(x)) {
    problems.push(`${place}.x has to be 32 bytes in base64url`);
    return [];
  }
  const key = createPublicKey({ key: { kty, crv, x }, format: 'jwk' });
  return [
    [thumbprintOf(x), { ...owner, key, notBefore: instantOf(nbf), notAfter: instantOf(exp) }],
  ];
}

/** RFC 7638 over the members that RFC 8037 names, in their order. */
function thumbprintOf(x: string): string {
  const canonical = JSON.stringify({ crv: 'Ed25519', kty: 'OKP', x });
  return createHash('sha256').update(canonical).digest('base64url');
}

/** Directories have seconds, some milliseconds: what is too large to be seconds is milliseconds. */
function instantOf(value: unknown): number | null {
  if (typeof value !== 'number') return null;
  return value > 1e11 ? value : value * 1000;
}

/** An agent's address as it is compared: the origin, and the path if it has one. */
export const agentName = (address: string): string => address.trim().replace(/\/+$/, '');
