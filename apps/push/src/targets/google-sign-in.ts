import { type AuthClient } from 'google-auth-library';
import { TargetError } from './target-error.js';

const SCOPES = ['https://www.googleapis.com/auth/cloud-platform'];

/** Signs requests to Google's APIs in: with a service account's key, or as the machine is. */
export class GoogleSignIn {
  #client: { readonly key: string | null; readonly opened: Promise<AuthClient> } | undefined;

  /** @param key the service account's key as JSON; null for application default credentials */
  constructor(private readonly key: () => string | null) {}

  /** @throws TargetError DENIED */
  async headers(): Promise<Record<string, string>> {
    try {
      const client = await this.#open();
      return Object.fromEntries(await client.getRequestHeaders());
    } catch (error) {
      if (error instanceof TargetError) throw error;
      throw new TargetError(
        'DENIED',
        'Google’s sign-in failed: check the service account’s key, or the role of this machine.',
      );
    }
  }

  /** The library is loaded by those who use it. A key that was replaced counts from the next request on. */
  #open(): Promise<AuthClient> {
    const key = this.key();
    const known = this.#client;
    if (known?.key === key) return known.opened;
    const opened = key === null ? machineClient() : accountClient(key);
    this.#client = { key, opened };
    return opened;
  }
}

async function machineClient(): Promise<AuthClient> {
  const { GoogleAuth } = await import('google-auth-library');
  return new GoogleAuth({ scopes: SCOPES }).getClient();
}

/** Signs a token of its own (RFC 7523), which Google's APIs take without a visit to its token server. */
async function accountClient(key: string): Promise<AuthClient> {
  const { JWT } = await import('google-auth-library');
  const { client_email: email, private_key: pem, private_key_id: keyId } = parsed(key);
  const client = new JWT({
    email: email ?? '',
    key: pem ?? '',
    keyId: keyId ?? '',
    scopes: SCOPES,
  });
  client.useJWTAccessWithScope = true;
  return client;
}

function parsed(key: string): Partial<Record<string, string>> {
  try {
    return JSON.parse(key) as Partial<Record<string, string>>;
  } catch {
    throw new TargetError(
      'NO_SECRET',
      'The key of the service account is no JSON: download it anew.',
    );
  }
}
