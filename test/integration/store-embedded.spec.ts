import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as delay } from 'node:timers/promises';
import { promisify } from 'node:util';

import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import getPort from 'get-port';

import {
  createStore,
  type EmbeddedClickHouse,
  EmbeddedClickHouseError,
  startEmbeddedClickHouse,
  StoreQueryError,
  StoreUnavailableError,
} from '#libs/store';

jest.setTimeout(150_000);

const isAlive = (pid: number): boolean => {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
};

const untilDead = async (pid: number): Promise<void> => {
  for (let round = 0; round < 100 && isAlive(pid); round += 1) await delay(50);
};

describe('the embedded ClickHouse', () => {
  let dataDir: string;
  let servers: EmbeddedClickHouse[];

  const start = async (
    options: { httpPort?: number; dataDir?: string } = {},
  ): Promise<EmbeddedClickHouse> => {
    const server = await startEmbeddedClickHouse({ dataDir, ...options });
    servers.push(server);
    return server;
  };

  const ask = async (server: EmbeddedClickHouse, sql: string): Promise<unknown[]> => {
    const store = createStore({ url: server.url, ...server.admin, database: 'default' });
    try {
      return await store.query(sql);
    } finally {
      await store.close();
    }
  };

  const tell = async (server: EmbeddedClickHouse, ...statements: string[]): Promise<void> => {
    const store = createStore({ url: server.url, ...server.admin, database: 'default' });
    for (const sql of statements) await store.command(sql);
    await store.close();
  };

  beforeEach(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'wherefore-embedded-'));
    servers = [];
  });

  afterEach(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await rm(dataDir, { recursive: true, force: true });
  });

  it('keeps its data over a clean stop and over SIGKILL', async () => {
    const first = await start();
    await tell(
      first,
      'CREATE DATABASE kept',
      'CREATE TABLE kept.numbers (n UInt64) ENGINE = MergeTree ORDER BY n',
      'INSERT INTO kept.numbers SELECT number FROM numbers(100000)',
    );
    await first.stop();
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);

    const second = await start();
    await tell(second, 'INSERT INTO kept.numbers SELECT number FROM numbers(100000, 50000)');
    process.kill(second.pid, 'SIGKILL');
    await second.exited;

    const third = await start();
    expect(await ask(third, 'SELECT count() AS rows, max(n) AS top FROM kept.numbers')).toEqual([
      { rows: 150_000, top: 149_999 },
    ]);
  });

  it('writes nothing that others may read, and leaves no password on disk', async () => {
    await start();
    expect(await readdir(dataDir)).toEqual(['server']);
    const { mode } = await stat(dataDir);
    expect(mode & 0o077).toBe(0);
  });

  it('is refused a second time on the same folder, and on a taken port, with what to do', async () => {
    const { url } = await start();
    await expect(start()).rejects.toThrow(/another embedded ClickHouse is running on .*: stop it/);
    const other = { httpPort: Number(new URL(url).port), dataDir: join(dataDir, 'other') };
    const refusal = await start(other).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(EmbeddedClickHouseError);
    expect(refusal).toMatchObject({ message: expect.stringMatching(/^port \d+ is taken: choose/) });
  });

  it('lets nobody in without a password', async () => {
    const server = await start();
    const statements = [
      'SELECT 1',
      '1',
      "SELECT file('/etc/hostname')",
      'SYSTEM STOP LISTEN HTTP',
      'SET max_ast_depth = 0',
      "SELECT file('/etc/hostname') SETTINGS max_ast_depth = 0, max_ast_elements = 0",
      'SHOW DATABASES',
    ];
    for (const sql of statements) {
      for (const parameters of [
        '',
        '?session_id=a',
        '?user=default&max_ast_depth=0',
        '?user=admin',
      ]) {
        const response = await fetch(`${server.url}/${parameters}`, { method: 'POST', body: sql });
        expect({ sql, parameters, ok: response.ok }).toEqual({ sql, parameters, ok: false });
      }
    }
  });

  it('listens on the loopback interface alone', async () => {
    const { pid } = await start();
    const { stdout } = await promisify(execFile)('sh', [
      '-c',
      `for f in /proc/${pid}/net/tcp /proc/${pid}/net/tcp6; do awk '$4 == "0A" {print $2, $10}' $f; done; ls -l /proc/${pid}/fd`,
    ]);
    const inodes = new Set([...stdout.matchAll(/socket:\[(\d+)\]/g)].map(([, inode]) => inode));
    const listening = [...stdout.matchAll(/^([0-9A-F]+):[0-9A-F]+ (\d+)$/gm)]
      .filter(([, , inode]) => inodes.has(inode))
      .map(([, address]) => address);
    expect(new Set(listening)).toEqual(new Set(['0100007F']));
  });

  it('dies with its parent, even by SIGKILL', async () => {
    const program = `
      import { startEmbeddedClickHouse } from '${join(process.cwd(), 'dist/libs/store/src/index.js')}';
      const server = await startEmbeddedClickHouse({ dataDir: ${JSON.stringify(dataDir)} });
      console.log(server.pid);
      setInterval(() => {}, 1000);`;
    const parent = spawn(process.execPath, ['--input-type=module', '-e', program], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [line] = (await once(createInterface(parent.stdout), 'line')) as [string];
    const pid = Number(line);
    expect(isAlive(pid)).toBe(true);

    parent.kill('SIGKILL');
    await untilDead(pid);

    expect(isAlive(pid)).toBe(false);
    expect((await start()).pid).not.toBe(pid);
  });

  it('is reported as unavailable while it is down, and as refusing with a wrong password', async () => {
    const httpPort = await getPort({ host: '127.0.0.1' });
    const url = `http://127.0.0.1:${httpPort}`;
    const nobody = createStore({ url, user: 'admin', password: 'x', database: 'default' });
    await expect(nobody.ping()).rejects.toThrow(StoreUnavailableError);
    await start({ httpPort });
    await expect(nobody.ping()).rejects.toThrow(StoreQueryError);
    await nobody.close();
  });
});
