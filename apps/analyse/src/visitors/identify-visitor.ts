import { type VisitorIdentity } from '#libs/intent';
import { identifyUserAgent, verifyCrawler } from '#libs/reference';

/**
 * What is known about whoever uses these user agents from this address. One agent speaks for itself;
 * several agree on a kind or are `mixed`; a false crawler claim of any of them stands.
 */
export function identifyVisitor(address: string, agents: readonly string[]): VisitorIdentity {
  const identities = agents.map((agent) => identifyAgent(address, agent));
  const [only] = identities;
  if (identities.length === 1 && only !== undefined) return only;
  return merge(identities);
}

function identifyAgent(address: string, agent: string): VisitorIdentity {
  const identity = identifyUserAgent(agent);
  const { verification, impostor } = verifyCrawler(identity, address);
  return {
    agentKind: identity.kind,
    agentFamily: identity.family,
    attackTool: identity.attackTool,
    oddities: identity.oddities,
    crawler: identity.crawler,
    verification,
    impostor,
  };
}

function merge(identities: readonly VisitorIdentity[]): VisitorIdentity {
  const impostor = identities.find((identity) => identity.impostor);
  const verified = identities.find(({ verification }) => verification !== 'none');
  const crawler = impostor ?? verified ?? declaredByAll(identities);
  return {
    agentKind: soleKind(identities),
    agentFamily: identities.map(({ agentFamily }) => agentFamily).find(Boolean) ?? '',
    attackTool: identities.some(({ attackTool }) => attackTool),
    oddities: [...new Set(identities.flatMap(({ oddities }) => oddities))],
    crawler: crawler?.crawler ?? null,
    verification: crawler?.verification ?? 'none',
    impostor: impostor !== undefined,
  };
}

function declaredByAll(identities: readonly VisitorIdentity[]): VisitorIdentity | undefined {
  return identities.every(({ crawler }) => crawler !== null) ? identities[0] : undefined;
}

function soleKind(identities: readonly VisitorIdentity[]): VisitorIdentity['agentKind'] {
  const [kind, ...others] = new Set(identities.map(({ agentKind }) => agentKind));
  return kind !== undefined && others.length === 0 ? kind : 'mixed';
}
