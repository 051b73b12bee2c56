import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import getPort from 'get-port';
import {
  configureBroker,
  formatStorage,
  newClusterId,
  startBrokerProcess,
} from './broker-process.js';
import { whenReady } from './broker-readiness.js';
import { handLockTo, lockDataFolder, unlockDataFolder } from './data-folder-lock.js';
import { type ProcessExit } from './guarded-process.js';
import { kafkaClassPath } from './kafka-class-path.js';
import { serverProperties } from './server-properties.js';

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
  const classPath = await kafkaClassPath(options.cacheDir);
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
  const broker = await startBrokerProcess(dataDir, classPath);
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

async function prepare(dataDir: string, port: number, classPath: string): Promise<void> {
  const logDir = join(dataDir, 'log');
  const controllerPort = await getPort({ host: '127.0.0.1', exclude: [port] });
  await configureBroker(dataDir, serverProperties({ logDir, port, controllerPort }));
  await formatStorage({ dataDir, classPath, clusterId: newClusterId(), standalone: true });
}
