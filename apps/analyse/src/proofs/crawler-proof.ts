import { type VisitorIdentity } from '#libs/intent';

/** What was found out about who runs a user agent behind an address, beyond published addresses. */
export interface CrawlerProof {
  readonly verification: Exclude<VisitorIdentity['verification'], 'ip_range'>;
  /** The claim, or the signature, is false. */
  readonly impostor: boolean;
  /** Who signed; null where DNS told. */
  readonly signer: string | null;
}

/** Proofs of one cycle; undefined where nothing was found out. */
export type CrawlerProofs = (address: string, agent: string) => CrawlerProof | undefined;

export const noProofs: CrawlerProofs = () => undefined;
