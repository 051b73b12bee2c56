import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { startFailed } from './broker-readiness.js';
import { type GuardedProcess, startGuarded } from './guarded-process.js';
import { log4jConfiguration } from './server-properties.js';

const run = promisify(execFile);

const STOP_GRACE_MS = 10_000;

/** Heap of the only broker; one of several gets less. MiB. */
const USUAL_HEAP_MIB = 512;

const jvmOptions = (heapMib: number): string[] => [
  `-Xms${Math.min(128, heapMib)}m`,
  `-Xmx${heapMib}m`,
  '-XX:+UseSerialGC',
  '-XX:TieredStopAtLevel=1',
  '-XX:+ExitOnOutOfMemoryError',
  '-Djava.awt.headless=true',
  '-Dlog4j2.configurationFile=log4j2.yaml',
];

export const newClusterId = (): string => randomBytes(16).toString('base64url');

/** Writes what the broker reads when it starts in this folder. */
export async function configureBroker(dataDir: string, properties: string): Promise<void> {
  await writeFile(join(dataDir, 'server.properties'), properties);
  await writeFile(join(dataDir, 'log4j2.yaml'), log4jConfiguration());
}

export interface StorageFormat {
  dataDir: string;
  classPath: string;
  clusterId: string;
  /** The only controller; otherwise `controller.quorum.voters` names them all. */
  standalone: boolean;
}

/** Makes the log folder a broker's, once. @throws StreamError KAFKA_START_FAILED */
export async function formatStorage(format: StorageFormat): Promise<void> {
  const { dataDir, classPath, clusterId, standalone } = format;
  if (existsSync(join(dataDir, 'log', 'meta.properties'))) return;
  const tool = ['kafka.tools.StorageTool', 'format', ...(standalone ? ['--standalone'] : [])];
  // With "=", since an id may begin with a dash.
  const identity = [`--cluster-id=${clusterId}`, '-c', 'server.properties'];
  const java = [...jvmOptions(USUAL_HEAP_MIB), '-cp', classPath];
  await run('java', [...java, ...tool, ...identity], { cwd: dataDir }).catch((error: unknown) => {
    throw startFailed('its storage could not be formatted', String(error), error);
  });
}

export function startBrokerProcess(
  dataDir: string,
  classPath: string,
  heapMib: number = USUAL_HEAP_MIB,
): Promise<GuardedProcess> {
  return startGuarded({
    command: 'java',
    args: [...jvmOptions(heapMib), '-cp', classPath, 'kafka.Kafka', 'server.properties'],
    cwd: dataDir,
    graceMs: STOP_GRACE_MS,
  });
}
