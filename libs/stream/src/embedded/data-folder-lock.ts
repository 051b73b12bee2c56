import { spawnSync } from 'node:child_process';
import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { StreamError } from '../stream-error.js';

const LOCK_FILE = 'broker.pid';

/** A broker whose parent has just died needs a moment to close its log. */
const WAIT_FOR_PREDECESSOR_MS = 10_000;

/**
 * Keeps a second broker away from a data folder. Kafka's own lock comes too late: the newcomer touches the controller's
 * log first, and the broker that was running before dies of it (seen with 4.1.0).
 * @throws StreamError KAFKA_START_FAILED when the folder stays in use
 */
export async function lockDataFolder(dataDir: string): Promise<void> {
  const file = join(dataDir, LOCK_FILE);
  const deadline = performance.now() + WAIT_FOR_PREDECESSOR_MS;
  while (!(await claim(file))) {
    const pid = Number(await readFile(file, 'utf8').catch(() => ''));
    if (!isBroker(pid)) await rm(file, { force: true });
    else if (performance.now() > deadline) throw inUse(dataDir, pid);
    else await setTimeout(200);
  }
}

/** Names the broker itself, so that the folder stays locked if this process dies before it. */
export const handLockTo = (dataDir: string, pid: number): Promise<void> =>
  writeFile(join(dataDir, LOCK_FILE), String(pid));

export const unlockDataFolder = (dataDir: string): Promise<void> =>
  rm(join(dataDir, LOCK_FILE), { force: true });

const claim = (file: string): Promise<boolean> =>
  writeFile(file, String(process.pid), { flag: 'wx' }).then(
    () => true,
    () => false,
  );

/** Process ids are used again: only a broker, or a Node process about to start one, holds the folder. */
function isBroker(pid: number): boolean {
  if (!Number.isSafeInteger(pid) || pid <= 0) return false;
  const { stdout, error } = spawnSync('ps', ['-o', 'args=', '-p', String(pid)], {
    encoding: 'utf8',
  });
  return error === undefined && /kafka\.Kafka|node/.test(stdout);
}

const inUse = (dataDir: string, pid: number): StreamError =>
  new StreamError(
    'KAFKA_START_FAILED',
    `The data folder ${dataDir} is in use by process ${pid}: stop that one, or choose another folder.`,
    true,
  );
