import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import getPort from 'get-port';
import { createKafka } from '../create-kafka.js';
import { StreamError } from '../stream-error.js';
import { handLockTo, lockDataFolder, unlockDataFolder } from './data-folder-lock.js';
import { findKafka } from './find-kafka.js';
import { type GuardedProcess, type ProcessExit, startGuarded } from './guarded-process.js';
import { resolveKafkaJars } from './kafka-jars.js';
import { defaultCacheDir } from './kafka-release.js';
import { log4jConfiguration, serverProperties } from './server-properties.js';

const run = promisify(execFile);

/** A cold start takes about 3 s on two cores; a busy machine with a log to recover is given far more. */
const READY_WITHIN_MS = 60_000;
const STOP_GRACE_MS = 10_000;

export interface EmbeddedKafkaOptions {
  /** Keeps the broker's log; the same folder can be started again later, on any port. */
  dataDir: string;
  /** A free port is taken when left out. */
  port?: number;
  cacheDir?: string;
}

export interface EmbeddedKafka {
  /** For `createKafka` and KAFKA_BROKERS: one `127.0.0.1:port`. */
  brokers: string[];
  /** Process id of the broker itself. */
  pid: number;
  /** Settles when the broker is gone, asked or not. */
  exited: Promise<ProcessExit>;
  stop(): Promise<void>;
}

/**
 * Starts a real Kafka broker (KRaft, one process, loopback only, 512 MB heap) and resolves when it answers. It dies
 * with this process, even when this process is killed with SIGKILL.
 * @throws StreamError KAFKA_MISSING, KAFKA_DOWNLOAD_FAILED or KAFKA_START_FAILED
 */
export async function startEmbeddedKafka(options: EmbeddedKafkaOptions): Promise<EmbeddedKafka> {
  const cacheDir = options.cacheDir ?? defaultCacheDir();
  const source = findKafka([], cacheDir);
  if ('advice' in source) throw new StreamError('KAFKA_MISSING', source.advice, false);
  const classPath = join(await resolveKafkaJars(cacheDir), '*');
  const dataDir = resolve(options.dataDir);
  await mkdir(dataDir, { recursive: true });
  await lockDataFolder(dataDir);
  try {
    return await startLocked(dataDir, classPath, options.port);
  } catch (error) {
    await unlockDataFolder(dataDir);
    throw error;
  }
}

async function startLocked(
  dataDir: string,
  classPath: string,
  wantedPort: number | undefined,
): Promise<EmbeddedKafka> {
  const port = wantedPort ?? (await getPort({ host: '127.0.0.1' }));
  await prepare(dataDir, port, classPath);
  const broker = await startGuarded({
    command: 'java',
    args: [...JVM_OPTIONS, '-cp', classPath, 'kafka.Kafka', 'server.properties'],
    cwd: dataDir,
    graceMs: STOP_GRACE_MS,
  });
  await handLockTo(dataDir, broker.pid);
  const brokers = [`127.0.0.1:${port}`];
  await whenReady(broker, brokers);
  const exited = broker.exited.then(async (exit) => {
    await unlockDataFolder(dataDir);
    return exit;
  });
  return {
    brokers,
    pid: broker.pid,
    exited,
    stop: async () => {
      await broker.stop();
      await exited;
    },
  };
}

const JVM_OPTIONS = [
  '-Xms128m',
  '-Xmx512m',
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-XX:+ExitOnOutOfMemoryError',
  '-Djava.awt.headless=true',
  '-Dlog4j2.configurationFile=log4j2.yaml',
];

async function prepare(dataDir: string, port: number, classPath: string): Promise<void> {
  const logDir = join(dataDir, 'log');
  const controllerPort = await getPort({ host: '127.0.0.1', exclude: [port] });
  const properties = serverProperties({ logDir, port, controllerPort });
  await writeFile(join(dataDir, 'server.properties'), properties);
  await writeFile(join(dataDir, 'log4j2.yaml'), log4jConfiguration());
  if (existsSync(join(logDir, 'meta.properties'))) return;
  // With "=", since an id may begin with a dash.
  const identity = `--cluster-id=${randomBytes(16).toString('base64url')}`;
  const format = ['kafka.tools.StorageTool', 'format', '--standalone'];
  await run(
    'java',
    [...JVM_OPTIONS, '-cp', classPath, ...format, identity, '-c', 'server.properties'],
    {
      cwd: dataDir,
    },
  ).catch((error: unknown) => {
    throw startFailed('its storage could not be formatted', String(error), error);
  });
}

async function whenReady(broker: GuardedProcess, brokers: string[]): Promise<void> {
  const ended = broker.exited.then((exit) => {
    throw startFailed('the broker ended at once', exit.error ?? exit.tail);
  });
  const giveUp = new AbortController();
  try {
    await Promise.race([ended, untilAnswers(brokers, giveUp.signal)]);
  } catch (error) {
    await broker.stop();
    throw error;
  } finally {
    giveUp.abort();
    ended.catch(() => undefined);
  }
}

async function untilAnswers(brokers: string[], giveUp: AbortSignal): Promise<void> {
  const deadline = Date.now() + READY_WITHIN_MS;
  while (!giveUp.aborted && !(await answers(brokers))) {
    if (Date.now() > deadline) {
      throw startFailed(`no answer within ${READY_WITHIN_MS / 1_000} s`, '');
    }
    await setTimeout(150);
  }
}

async function answers(brokers: string[]): Promise<boolean> {
  const kafka = createKafka({ brokers, requestTimeoutMs: 2_000, retries: 0 });
  const admin = kafka.admin();
  try {
    await admin.connect();
    // Without brokers: the controller has not let this one take part yet.
    const { controller, brokers: active } = await admin.describeCluster();
    return controller !== null && active.length > 0;
  } catch {
    return false;
  } finally {
    await admin.disconnect();
  }
}

const startFailed = (what: string, words: string, cause?: unknown): StreamError =>
  new StreamError(
    'KAFKA_START_FAILED',
    `The embedded Kafka broker did not start: ${what}. It said: ${withoutStack(words) || 'nothing'}`,
    true,
    { cause },
  );

const withoutStack = (words: string): string =>
  words
    .split('\n')
    .filter((line) => !/^\s*(?:at |\.\.\.)/.test(line))
    .join('\n')
    .trim()
    .slice(-1_500);
