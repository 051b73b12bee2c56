import { describe, expect, it, jest } from '@jest/globals';
import getPort from 'get-port';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request as requestOverTls } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApp } from '../support/app-process.js';

jest.setTimeout(60_000);

describe('the feeds over TLS', () => {
  it('let in only who has a certificate of the authority, and a key all the same', async () => {
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
    child.kill('SIGTERM');
    expect(await exited).toBe(0);
    rmSync(folder, { recursive: true });
  });
});

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
