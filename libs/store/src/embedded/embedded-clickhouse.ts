import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';

import getPort from 'get-port';

import { analystViews } from './analyst-views.js';
import { clickHouseHostProgram } from './clickhouse-host.js';
import { EmbeddedClickHouseError } from './embedded-clickhouse-error.js';
import { locateEngine } from './locate-engine.js';
import { type Credentials, usersConfig } from './users-config.js';

export interface EmbeddedClickHouseOptions {
  /** Folder of the data; made if missing, kept between starts, owned by one server at a time. */
  readonly dataDir: string;
  /** Loopback port of the HTTP interface; any free one if left out. */
  readonly httpPort?: number;
  /** Database whose views the analyst may read. */
  readonly database?: string;
  /** Passwords; random ones, new at every start, where left out. */
  readonly passwords?: {
    readonly admin?: string;
    readonly writer?: string;
    readonly analyst?: string;
  };
  /** How long to wait for the first answer, milliseconds. */
  readonly startTimeoutMs?: number;
}

export interface EmbeddedClickHouse {
  /** `http://127.0.0.1:<port>`; `/play` is the query console. */
  readonly url: string;
  /** May do everything. */
  readonly admin: Credentials;
  /** May read, insert and alter within the database. */
  readonly writer: Credentials;
  /** May select from the published views within limits; see {@link usersConfig} for what this does not close. */
  readonly analyst: Credentials;
  readonly pid: number;
  /** Resolves when the process has ended, for whatever reason. */
  readonly exited: Promise<void>;
  /** Ends the server and waits for it; safe to call twice. */
  stop(): Promise<void>;
}

const START_TIMEOUT_MS = 60_000;
const STOP_TIMEOUT_MS = 10_000;
const POLL_MS = 50;
const KEPT_STDERR = 8_192;

interface Host {
  readonly child: ChildProcess;
  readonly exited: Promise<void>;
  stderr(): string;
}

/** Neither an answer nor an end within the time. */
class NoAnswerError extends EmbeddedClickHouseError {}

interface Readiness {
  readonly url: string;
  readonly admin: Credentials;
  readonly dataDir: string;
  readonly timeoutMs: number;
}

const randomPassword = (): string => randomBytes(24).toString('base64url');

const writeConfiguration = async (runDir: string, users: string): Promise<void> => {
  const usersFile = join(runDir, 'users.xml');
  await writeFile(usersFile, users, { mode: 0o600 });
  await writeFile(
    join(runDir, 'config.xml'),
    `<clickhouse><users_config>${usersFile}</users_config></clickhouse>\n`,
    { mode: 0o600 },
  );
  await writeFile(join(runDir, 'listen.sql'), 'SYSTEM START LISTEN HTTP\n', { mode: 0o600 });
};

const spawnHost = (dataDir: string, runDir: string, port: number): Host => {
  const engine = locateEngine();
  const fifo = join(runDir, 'alive');
  const child = spawn(
    process.execPath,
    [
      '-e',
      clickHouseHostProgram,
      engine.ffiPath,
      engine.libraryPath,
      fifo,
      'clickhouse',
      `--path=${join(dataDir, 'server')}`,
      `--http_port=${port}`,
      '--listen_host=127.0.0.1',
      `--config-file=${join(runDir, 'config.xml')}`,
      '--queries-file',
      join(runDir, 'listen.sql'),
      fifo,
    ],
    // A process group of its own: Ctrl-C reaches the parent alone, which drains before its store goes away.
    { stdio: ['pipe', 'ignore', 'pipe'], cwd: dataDir, detached: true, env: { TZ: 'UTC' } },
  );
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
    stderr = (stderr + chunk).slice(-KEPT_STDERR);
  });
  child.stdin.on('error', () => undefined);
  const exited = once(child, 'exit').then(() => undefined);
  return { child, exited, stderr: () => stderr };
};

/** Asks who answers on the port: another server may hold it, and would answer `/ping` just as well. */
const whoAnswers = async (
  url: string,
  { user, password }: Credentials,
  dataDir: string,
): Promise<'ours' | 'another' | 'nobody'> => {
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: { 'X-ClickHouse-User': user, 'X-ClickHouse-Key': password },
      body: "SELECT path FROM system.disks WHERE name = 'default' FORMAT RawBLOB",
      signal: AbortSignal.timeout(2_000),
    });
    const path = await response.text();
    return response.ok && path.startsWith(join(dataDir, 'server')) ? 'ours' : 'another';
  } catch {
    return 'nobody';
  }
};

const portTaken = (port: string): EmbeddedClickHouseError =>
  new EmbeddedClickHouseError(
    `port ${port} is taken: choose another port for the embedded ClickHouse`,
  );

const explainExit = (stderr: string, dataDir: string, port: string): EmbeddedClickHouseError => {
  if (stderr.includes('Another server instance in same directory')) {
    return new EmbeddedClickHouseError(
      `another embedded ClickHouse is running on ${dataDir}: stop it, or choose another data folder`,
    );
  }
  if (/address already in use/i.test(stderr)) return portTaken(port);
  return new EmbeddedClickHouseError(
    `the embedded ClickHouse on ${dataDir} ended before it answered: ${stderr.trim() || 'no message'}`,
  );
};

const waitUntilReady = async (
  host: Host,
  { url, admin, dataDir, timeoutMs }: Readiness,
): Promise<void> => {
  const { port } = new URL(url);
  const state = { ended: false };
  void host.exited.then(() => (state.ended = true));
  for (const deadline = performance.now() + timeoutMs; performance.now() < deadline;) {
    if (state.ended) throw explainExit(host.stderr(), dataDir, port);
    const answer = await whoAnswers(url, admin, dataDir);
    if (answer === 'ours') return;
    if (answer === 'another') throw portTaken(port);
    await delay(POLL_MS);
  }
  throw new NoAnswerError(
    `the embedded ClickHouse on ${dataDir} gave no answer within ${timeoutMs} ms: ${host.stderr().trim() || 'no message'}`,
  );
};

const end = async (host: Host): Promise<void> => {
  host.child.kill('SIGTERM');
  const patience = new AbortController();
  await Promise.race([
    host.exited,
    delay(STOP_TIMEOUT_MS, undefined, { signal: patience.signal }).then(
      () => host.child.kill('SIGKILL'),
      () => undefined,
    ),
  ]);
  patience.abort();
  await host.exited;
};

/**
 * Starts the host and waits until it answers. A start was seen, once in some hundreds under heavy load, that
 * neither answered nor ended for a minute: a silent first try is ended after a third of the time, and another made.
 */
const startHost = async (runDir: string, port: number, readiness: Readiness): Promise<Host> => {
  const { dataDir, timeoutMs } = readiness;
  for (const share of [1 / 3, 2 / 3]) {
    const host = spawnHost(dataDir, runDir, port);
    try {
      await waitUntilReady(host, { ...readiness, timeoutMs: timeoutMs * share });
      return host;
    } catch (error) {
      host.child.kill('SIGKILL');
      await host.exited;
      await rm(join(runDir, 'alive'), { force: true });
      if (!(error instanceof NoAnswerError) || share > 1 / 2) throw error;
    }
  }
  throw new NoAnswerError(`the embedded ClickHouse on ${dataDir} was not started`);
};

/**
 * Starts a real ClickHouse server (the engine of the npm package `chdb`) as a child process on the loopback interface
 * and waits until it answers. It dies with this process, even by SIGKILL. Data are kept in `dataDir`.
 * The users' file lives only until the server has read it.
 *
 * Single node without Keeper: no replicated tables.
 * @throws EmbeddedClickHouseError when another server holds the folder, the port is taken, the platform has no engine.
 */
export const startEmbeddedClickHouse = async (
  options: EmbeddedClickHouseOptions,
): Promise<EmbeddedClickHouse> => {
  const dataDir = resolve(options.dataDir);
  const { database = 'wherefore', passwords = {}, startTimeoutMs = START_TIMEOUT_MS } = options;
  const admin = { user: 'admin', password: passwords.admin ?? randomPassword() };
  const writer = { user: 'writer', password: passwords.writer ?? randomPassword() };
  const analyst = { user: 'analyst', password: passwords.analyst ?? randomPassword() };

  await mkdir(dataDir, { recursive: true, mode: 0o700 });
  const runDir = await mkdtemp(join(dataDir, 'run-'));
  const port = options.httpPort ?? (await getPort({ host: '127.0.0.1' }));
  const url = `http://127.0.0.1:${port}`;
  try {
    await writeConfiguration(
      runDir,
      usersConfig({ database, admin, writer, analyst, analystViews }),
    );
    const host = await startHost(runDir, port, { url, admin, dataDir, timeoutMs: startTimeoutMs });
    const { exited } = host;
    return {
      url,
      admin,
      writer,
      analyst,
      pid: host.child.pid ?? -1,
      exited,
      stop: () => end(host),
    };
  } finally {
    await rm(runDir, { recursive: true, force: true });
  }
};
