import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type AppName } from '../installation.js';

/** Where one run keeps its database, its broker's log and its processes' logs. */
export interface WorkFolder {
  readonly path: string;
  /** Removed at the end, because nobody named it. */
  readonly temporary: boolean;
  in(name: string): string;
  logOf(app: AppName): string;
}

const OWNER = 'owner.pid';

/** The folder named, or a fresh temporary one; temporary ones of runs that were killed are removed on the way. */
export async function openWorkFolder(
  named: string | undefined,
  purpose: string,
): Promise<WorkFolder> {
  const path = named === undefined ? await freshFolder(purpose) : resolve(named);
  await mkdir(path, { recursive: true, mode: 0o700 });
  await mkdir(join(path, 'logs'), { recursive: true });
  return {
    path,
    temporary: named === undefined,
    in: (name) => join(path, name),
    logOf: (app) => join(path, 'logs', `${app}.log`),
  };
}

async function freshFolder(purpose: string): Promise<string> {
  const prefix = `wherefore-${purpose}-`;
  await removeOrphans(prefix);
  const path = await mkdtemp(join(tmpdir(), prefix));
  await writeFile(join(path, OWNER), String(process.pid));
  return path;
}

async function removeOrphans(prefix: string): Promise<void> {
  const names = await readdir(tmpdir()).catch(() => []);
  for (const name of names.filter((one) => one.startsWith(prefix))) {
    const path = join(tmpdir(), name);
    const owner = Number(await readFile(join(path, OWNER), 'utf8').catch(() => ''));
    if (owner > 0 && !isAlive(owner)) {
      await rm(path, { recursive: true, force: true }).catch(() => undefined);
    }
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
