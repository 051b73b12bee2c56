import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import getPort from 'get-port';
import { execFile } from 'node:child_process';
import { chmod, mkdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { until } from '../../support/until.js';
import { installed } from './debian.js';
import { PROXIES, type ProxySetup } from './proxies.js';
import { RunningProgram } from './running-program.js';
import { serveVerdicts, type ServedVerdicts } from './served-verdicts.js';

const FETCH = 'docs/operations/fetch-wherefore-list.sh';
const run = promisify(execFile);

let served: ServedVerdicts;

beforeAll(async () => {
  served = await serveVerdicts(['block', 'challenge']);
  await chmod(served.folder, 0o755);
});

afterAll(() => served.stop());

describe.each(PROXIES)('$name, from Debian', (setup: ProxySetup) => {
  const there = installed({ ...setup.programs, '/usr/bin/curl': 'curl' });
  const check = there ? it : it.skip;
  let folder: string;
  let listed: string;
  let configuration: string;
  let port: number;
  let proxy: RunningProgram | undefined;

  const statusFor = async (address: string): Promise<number> => {
    const headers = { 'X-Real-IP': address, Connection: 'close' };
    return (await fetch(`http://127.0.0.1:${port}/`, { headers })).status;
  };
  /** As the timer of docs/operations does. */
  const refresh = (url = served.url, env: Record<string, string> = {}): Promise<unknown> =>
    run(
      'sh',
      [
        FETCH,
        `${url}/lists/${setup.list}`,
        join(folder, 'key'),
        listed,
        setup.check(configuration),
        setup.reload(folder),
      ],
      { env: { ...process.env, ...env } },
    );
  const becomes = (address: string, status: number): Promise<void> =>
    until(async () => {
      await refresh();
      return (await statusFor(address)) === status;
    }, 30_000);

  beforeAll(async () => {
    if (!there) return;
    folder = join(served.folder, setup.list);
    listed = join(folder, 'listed');
    configuration = join(folder, 'proxy.conf');
    port = await getPort();
    await mkdir(folder);
    await writeFile(join(folder, 'key'), `X-Api-Key: ${served.key}\n`, { mode: 0o600 });
    await writeFile(listed, '');
    await writeFile(configuration, setup.configuration({ folder, listed, port }));
    const [program = '', ...words] = setup.start(configuration);
    const started = new RunningProgram(program, words);
    proxy = started;
    await until(async () => (await statusFor('11.7.0.9').catch(() => 0)) === 200).catch(() => {
      throw new Error(started.output);
    });
  });

  afterAll(async () => {
    await proxy?.stop();
  });

  check('turns away who is listed, nobody else, and lets in again who is lifted', async () => {
    await served.history.condemn('11.7.0.1');
    await served.history.condemn('2a00:7::1');
    await becomes('11.7.0.1', 403);
    await becomes('2a00:7::1', 403);
    expect(await statusFor('11.7.0.2')).toBe(200);
    expect(await statusFor('2a00:7::2')).toBe(200);
    await served.history.lift('11.7.0.1');
    await becomes('11.7.0.1', 200);
    expect(await statusFor('2a00:7::1')).toBe(403);
  });

  check('lets in again whose verdict expired', async () => {
    await served.history.condemn('11.7.0.3', { ttlMs: 5_000 });
    await becomes('11.7.0.3', 403);
    await becomes('11.7.0.3', 200);
  });

  check('turns nobody away who is to be challenged', async () => {
    await served.history.condemn('11.7.0.4', { action: 'challenge' });
    await served.history.condemn('11.7.0.5');
    await becomes('11.7.0.5', 403);
    expect(await statusFor('11.7.0.4')).toBe(200);
  });

  check('keeps the last good list while the feed is away or wrong, and not for ever', async () => {
    await becomes('11.7.0.5', 403);
    const before = await readFile(listed, 'utf8');
    const nowhere = 'http://127.0.0.1:1';
    await expect(refresh(nowhere)).rejects.toThrow(/the last good list is \d+ s old/);
    await rm(`${listed}.etag`);
    await expect(refresh(served.url, { MAX_LINES: '0' })).rejects.toThrow(/MAX_LINES/);
    expect(await readFile(listed, 'utf8')).toBe(before);
    const longAgo = new Date(Date.now() - 2 * 3_600_000);
    await utimes(`${listed}.fresh`, longAgo, longAgo);
    await expect(refresh(nowhere)).rejects.toThrow(/emptied/);
    await until(async () => (await statusFor('11.7.0.5')) === 200);
    await becomes('11.7.0.5', 403);
    expect(await readFile(listed, 'utf8')).toBe(before);
  });
});
