import { readFileSync } from 'node:fs';
import { type FeedConfig } from './feed-config.js';

/** What Node's TLS server takes; older protocols than TLS 1.2 it refuses by itself. */
interface TlsFiles {
  readonly cert: Buffer;
  readonly key: Buffer;
  readonly ca?: Buffer;
  readonly requestCert?: boolean;
  readonly rejectUnauthorized?: boolean;
}

/**
 * How the feed is encrypted; undefined where no certificate is named. With an authority, only who has a certificate
 * of it is let in, and needs a key all the same.
 *
 * @throws when a file cannot be read
 */
export function tlsOptions(
  config: Pick<FeedConfig, 'SERVE_TLS_CERT' | 'SERVE_TLS_KEY' | 'SERVE_TLS_CA'>,
): TlsFiles | undefined {
  const { SERVE_TLS_CERT: cert, SERVE_TLS_KEY: key, SERVE_TLS_CA: ca } = config;
  if (cert === '') return undefined;
  return {
    cert: readFileSync(cert),
    key: readFileSync(key === '' ? cert : key),
    ...(ca !== '' && { ca: readFileSync(ca), requestCert: true, rejectUnauthorized: true }),
  };
}
