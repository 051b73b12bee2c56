import { verify } from 'node:crypto';
import { parseDictionary, parseItem } from 'structured-headers';
import { agentName, type AgentKey, type KeyDirectory } from './key-directory.js';
import { signatureBase } from './signature-base.js';
import { type SignatureInput, signatureInputs } from './signature-input.js';
import { type SignedRequest } from './signed-request.js';

/** What a request's signature says of who sent it. */
export interface SignatureVerification {
  /**
   * `verified`: the operator's key signed this request. `forged`: it names a known key, which did not sign it.
   * `none`: no signature, an unknown key, out of its time, or covering what the log does not carry.
   */
  readonly outcome: 'verified' | 'forged' | 'none';
  /** Who runs the agent, where it is verified, or who is impersonated, where it is forged. */
  readonly operator: string | null;
}

const NONE: SignatureVerification = { outcome: 'none', operator: null };

/** Clocks of signer and log may differ by this much. Assumption; a signature is valid for minutes to a day. */
const CLOCK_SKEW_MS = 60_000;

/** Components that a log keeps as they were sent: where only these are covered, a wrong signature is a forgery. */
const KEPT_AS_SENT = new Set(['@authority', '@method', 'signature-agent']);

/**
 * Checks the Web Bot Auth signature of a logged request (RFC 9421 with the profile of
 * draft-meunier-web-bot-auth-architecture: tag `web-bot-auth`, `@authority` or `@target-uri` covered, `created` and
 * `expires` around the time of the request). Keys come from the directory given; nothing is fetched.
 *
 * A log is no protocol endpoint: nonces are not remembered, so a signature that somebody recorded and sends again
 * to the same host within its time is believed.
 */
export function verifySignature(
  request: SignedRequest,
  directory: KeyDirectory,
): SignatureVerification {
  const { headers } = request;
  const inputs = signatureInputs(headers['signature-input'] ?? '', headers['signature'] ?? '');
  const results = inputs.map((input) => checked(input, request, directory));
  return (
    results.find(({ outcome }) => outcome === 'verified') ??
    results.find(({ outcome }) => outcome === 'forged') ??
    NONE
  );
}

function checked(
  input: SignatureInput,
  request: SignedRequest,
  directory: KeyDirectory,
): SignatureVerification {
  const key = directory.get(input.keyId);
  if (key === undefined || !fitsProfile(input) || !isInTime(input, key, request.at)) return NONE;
  if (!namesAgent(request.headers['signature-agent'], key.agent)) return NONE;
  const base = signatureBase(input, request);
  if (base === null) return NONE;
  const { operator } = key;
  if (verify(null, Buffer.from(base), key.key, input.signature))
    return { outcome: 'verified', operator };
  const isCertain = input.components.every(({ name }) => KEPT_AS_SENT.has(name));
  return isCertain ? { outcome: 'forged', operator } : NONE;
}

function fitsProfile({ tag, algorithm, components }: SignatureInput): boolean {
  const isEd25519 = algorithm === '' || algorithm === 'ed25519';
  const bindsHost = components.some(({ name }) => name === '@authority' || name === '@target-uri');
  return tag === 'web-bot-auth' && isEd25519 && bindsHost;
}

function isInTime(
  { created, expires }: SignatureInput,
  { notBefore, notAfter }: AgentKey,
  at: number,
): boolean {
  if (created === null || expires === null) return false;
  const isSigned = created * 1000 <= at + CLOCK_SKEW_MS && at <= expires * 1000 + CLOCK_SKEW_MS;
  return isSigned && at >= (notBefore ?? -Infinity) && at <= (notAfter ?? Infinity);
}

/** The header may be absent; where it is there, it has to name the key's agent, as a text or as member of a dictionary. */
function namesAgent(header: string | undefined, agent: string): boolean {
  if (header === undefined || header === '') return true;
  return agentsIn(header).some((named) => agentName(named) === agent);
}

function agentsIn(header: string): string[] {
  try {
    const item: readonly unknown[] = parseItem(header);
    return [String(item[0])];
  } catch {
    return dictionaryValues(header);
  }
}

function dictionaryValues(header: string): string[] {
  try {
    return [...parseDictionary(header).values()].map(([value]) => String(value));
  } catch {
    return [];
  }
}
