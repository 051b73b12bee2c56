import { statSync } from 'node:fs';
import { type Server } from 'node:https';
import { type Logger } from '#libs/platform';
import { tlsOptions } from './tls-options.js';

type CertificateFiles = Parameters<typeof tlsOptions>[0];

/**
 * Sees when the certificate on disk is another, as after a renewal, and hands it to the listener; who is connected stays so. What cannot
 * be used, such as a certificate whose key is not replaced yet, is told once, and the one before stays.
 */
export class CertificateWatch {
  #seen: string;

  constructor(
    private readonly files: CertificateFiles,
    private readonly server: Pick<Server, 'setSecureContext'>,
    private readonly logger: Logger,
  ) {
    this.#seen = stampsOf(files);
  }

  /** Never throws. */
  look(): void {
    const stamps = stampsOf(this.files);
    if (stamps === this.#seen) return;
    this.#seen = stamps;
    try {
      const options = tlsOptions(this.files);
      if (options === undefined) return;
      this.server.setSecureContext(options);
      this.logger.info('the certificate of the feeds was replaced');
    } catch (error) {
      this.logger.warn('the certificate on disk cannot be used; the one before stays', { error });
    }
  }
}

function stampsOf(files: CertificateFiles): string {
  const { SERVE_TLS_CERT: cert, SERVE_TLS_KEY: key, SERVE_TLS_CA: ca } = files;
  return [cert, key, ca].map(stampOf).join(' ');
}

function stampOf(file: string): string {
  const stat = file === '' ? undefined : statSync(file, { throwIfNoEntry: false });
  return stat === undefined ? '' : `${stat.ino}/${stat.mtimeMs}/${stat.size}`;
}
