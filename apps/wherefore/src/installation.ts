import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Where this product lies on disk. */
export interface Installation {
  readonly root: string;
  readonly version: string;
  readonly migrationsDir: string;
  /** The compiled entry of a process, for example `ingest`. */
  entryOf(app: AppName): string;
}

export type AppName = 'ingest' | 'analyse' | 'serve' | 'push';

export function findInstallation(): Installation {
  const root = rootAbove(dirname(fileURLToPath(import.meta.url)));
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  return {
    root,
    version,
    migrationsDir: join(root, 'migrations'),
    entryOf: (app) => join(root, 'dist', 'apps', app, 'src', 'main.js'),
  };
}

function rootAbove(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder;
  const parent = dirname(folder);
  if (parent === folder) throw new Error('This program was moved away from its package.json.');
  return rootAbove(parent);
}
