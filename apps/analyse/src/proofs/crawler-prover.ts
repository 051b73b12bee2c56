import {
  type CrawlerDns,
  identifyUserAgent,
  type KeyDirectory,
  verifyCrawler,
  verifySignature,
} from '#libs/reference';
import { signedRequests, type SignedRequestRow, type Store } from '#libs/store';
import { type CrawlerProof, type CrawlerProofs } from './crawler-proof.js';

/** A visitor as far as its proof needs it. Times in milliseconds since the epoch. */
export interface Claimant {
  readonly address: string;
  readonly agents: readonly string[];
  readonly firstSeen: number;
  readonly lastSeen: number;
}

/** Questions to DNS under way at once. */
const AT_ONCE = 16;

/**
 * Finds out who crawlers are where published addresses do not tell: by the signatures of their requests, where there is a
 * directory of keys, and by DNS, where that is wanted. A signature decides before DNS is asked.
 *
 * DNS answers change, so that judging the same events again may verify another crawler than the first time. That is why it is
 * off unless asked for.
 */
export class CrawlerProver {
  readonly #dns: CrawlerDns | null;
  readonly #keys: KeyDirectory;

  constructor(dns: CrawlerDns | null, keys: KeyDirectory) {
    this.#dns = dns;
    this.#keys = keys;
  }

  async prove(store: Store, claimants: readonly Claimant[]): Promise<CrawlerProofs> {
    const proofs = await this.#bySignature(store, claimants);
    await this.#byDns(claimants, proofs);
    return (address, agent) => proofs.get(keyOf(address, agent));
  }

  async #bySignature(
    store: Store,
    claimants: readonly Claimant[],
  ): Promise<Map<string, CrawlerProof>> {
    const proofs = new Map<string, CrawlerProof>();
    if (this.#keys.size === 0 || claimants.length === 0) return proofs;
    const from = claimants.reduce((least, { firstSeen }) => Math.min(least, firstSeen), Infinity);
    const to = claimants.reduce((most, { lastSeen }) => Math.max(most, lastSeen), 0) + 1;
    const rows = await store.query<SignedRequestRow>(signedRequests, { from, to });
    for (const row of rows) {
      const proof = signatureProof(row, this.#keys);
      const key = keyOf(row.address, row.agent);
      // One signature that is false outweighs others that are right: those can be sent again by anybody.
      if (proof !== undefined && proofs.get(key)?.impostor !== true) proofs.set(key, proof);
    }
    return proofs;
  }

  async #byDns(claimants: readonly Claimant[], proofs: Map<string, CrawlerProof>): Promise<void> {
    const dns = this.#dns;
    if (dns === null) return;
    const open = [...unproven(claimants, proofs)];
    for (let i = 0; i < open.length; i += AT_ONCE) {
      const part = open.slice(i, i + AT_ONCE).map(async ({ key, address, crawler }) => {
        const said = await dns.verify(crawler, address);
        if (said === 'verified') proofs.set(key, proofOf('dns'));
        if (said === 'impostor') proofs.set(key, proofOf('none', true));
      });
      await Promise.all(part);
    }
  }
}

type Crawler = NonNullable<ReturnType<typeof identifyUserAgent>['crawler']>;

function* unproven(
  claimants: readonly Claimant[],
  proofs: ReadonlyMap<string, CrawlerProof>,
): Generator<{ key: string; address: string; crawler: Crawler }> {
  const seen = new Set<string>();
  for (const { address, agents } of claimants) {
    for (const agent of agents) {
      const key = keyOf(address, agent);
      const { crawler } = identifyUserAgent(agent);
      if (crawler === null || proofs.has(key) || seen.has(key)) continue;
      seen.add(key);
      const { verification, impostor } = verifyCrawler({ crawler }, address);
      if (verification === 'none' && !impostor) yield { key, address, crawler };
    }
  }
}

function signatureProof(row: SignedRequestRow, keys: KeyDirectory): CrawlerProof | undefined {
  const { outcome, operator } = verifySignature(row, keys);
  if (outcome === 'none') return undefined;
  return {
    ...proofOf('none', outcome === 'forged'),
    signer: operator,
    ...(outcome === 'verified' && { verification: 'signature' as const }),
  };
}

const proofOf = (verification: CrawlerProof['verification'], impostor = false): CrawlerProof => ({
  verification,
  impostor,
  signer: null,
});

const keyOf = (address: string, agent: string): string => `${address}|${agent}`;
