import { type VisitorIdentity } from '#libs/intent';
import { identifyUserAgent, verifyCrawler } from '#libs/reference';
import { type CrawlerProof, type CrawlerProofs, noProofs } from '../proofs/crawler-proof.js';

/**
 * What is known about whoever uses these user agents from this address. One agent speaks for itself;
 * several agree on a kind or are `mixed`; a false crawler claim of any of them stands.
 */
export function identifyVisitor(
  address: string,
  agents: readonly string[],
  proofs: CrawlerProofs = noProofs,
): VisitorIdentity {
  const identities = agents.map((agent) =>
    proven(identifyAgent(address, agent), proofs(address, agent)),
  );
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

/**
 * What a proof adds: it bears a claim out or disproves it, and names who signs without any claim (an agent that drives a browser).
 * Somebody's signature under somebody else's name proves nothing.
 */
function proven(identity: VisitorIdentity, proof: CrawlerProof | undefined): VisitorIdentity {
  if (proof === undefined) return identity;
  const { signer, verification, impostor } = proof;
  const { crawler } = identity;
  if (impostor) return { ...identity, crawler: crawler ?? signedBy(signer), impostor };
  if (signer !== null && crawler !== null && crawler.operator !== signer) return identity;
  return { ...identity, crawler: crawler ?? signedBy(signer), verification };
}

function signedBy(signer: string | null): VisitorIdentity['crawler'] {
  if (signer === null) return null;
  return { name: signer, operator: signer, purpose: 'ai_user_fetch' };
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
