import { describe, expect, it, jest } from '@jest/globals';
import getPort from 'get-port';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as requestOverTls } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { connect } from 'node:tls';
import { startApp } from '../support/app-process.js';
import { until } from '../support/until.js';

jest.setTimeout(60_000);

describe('the feeds over TLS', () => {
  it('let in only who has a certificate of the authority, and a key all the same, and take up a renewed one', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'wherefore-tls-'));
    const at = (name: string): string => join(folder, name);
    certificate(folder, 'ca', []);
    certificate(folder, 'serve', ['-CA', at('ca.pem'), '-CAkey', at('ca.key')]);
    const port = await getPort();
    const { child, exited, url } = startApp('serve', {
      CLICKHOUSE_URL: 'http://127.0.0.1:1',
      FEED_PORT: String(port),
      SERVE_TLS_CERT: at('serve.pem'),
      SERVE_TLS_KEY: at('serve.key'),
      SERVE_TLS_CA: at('ca.pem'),
    });
    await url;
    const ask = (options: object): Promise<number | undefined> =>
      new Promise((resolve, reject) => {
        const target = { port, path: '/lists/plain', ca: readFileSync(at('ca.pem')), agent: false };
        requestOverTls({ ...target, ...options }, (response) => {
          response.resume();
          resolve(response.statusCode);
        })
          .on('error', reject)
          .end();
      });
    const own = { cert: readFileSync(at('serve.pem')), key: readFileSync(at('serve.key')) };
    await expect(ask({})).rejects.toThrow();
    expect(await ask(own)).toBe(403);
    certificate(folder, 'renewed', ['-CA', at('ca.pem'), '-CAkey', at('ca.key')]);
    copyFileSync(at('renewed.pem'), at('serve.pem'));
    await setTimeout(1_500);
    expect(await nameOf(port, own)).toBe('serve');
    copyFileSync(at('renewed.key'), at('serve.key'));
    await until(async () => (await nameOf(port, own)) === 'renewed');
    await expect(ask({})).rejects.toThrow();
    expect(await ask(own)).toBe(403);
    child.kill('SIGTERM');
    expect(await exited).toBe(0);
    rmSync(folder, { recursive: true });
  });
});

/** Whom the certificate of the listener names. */
function nameOf(port: number, own: { cert: Buffer; key: Buffer }): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const socket = connect({ port, rejectUnauthorized: false, ...own }, () => {
      resolve(socket.getPeerCertificate().subject.CN);
      socket.destroy();
    }).on('error', reject);
  });
}

function certificate(folder: string, name: string, signer: readonly string[]): void {
  const [pem, key] = [join(folder, `${name}.pem`), join(folder, `${name}.key`)];
  execFileSync(
    'openssl',
    [
      ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'],
      ...['-days', '1', '-subj', `/CN=${name}`, '-addext', 'subjectAltName=DNS:localhost'],
      ...['-out', pem, '-keyout', key, ...signer],
    ],
    { stdio: 'pipe' },
  );
}
