#!/usr/bin/env node
// npm run faults -- ingest | verdicts [flags]: builds what is not built, then runs the fault program on it.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import {
  needsBuild,
  needsInstall,
  npmInstall,
  tooOldNode,
  tscBuild,
} from '../../scripts/prepare.mjs';

const root = fileURLToPath(new URL('../..', import.meta.url));
const sources = join(root, 'test', 'faults');
/** Apart from the product's own build, which others may be starting right now. */
const entry = join(root, 'dist', 'faults', 'test', 'faults', 'main.js');

const refusal = tooOldNode();
if (refusal !== undefined) {
  process.stderr.write(`${refusal}\n`);
  process.exit(1);
}
process.chdir(root);
if (needsInstall()) await doing('Installing the packages (npm ci)', () => npmInstall(false));
if (needsBuild()) await doing('Building the product', () => tscBuild(false));
if (isOlderThanSources()) await doing('Building the fault program', compile);
await import(entry);

async function doing(what, work) {
  process.stderr.write(`› ${what}\n`);
  await work();
}

function isOlderThanSources() {
  if (!existsSync(entry)) return true;
  const built = statSync(entry).mtimeMs;
  return readdirSync(sources, { recursive: true, withFileTypes: true }).some(
    (file) =>
      file.isFile() && statSync(join(file.parentPath ?? file.path, file.name)).mtimeMs > built,
  );
}

function compile() {
  const tsc = join(root, 'node_modules', 'typescript', 'bin', 'tsc');
  const config = join(sources, 'tsconfig.json');
  // `npm run typecheck` looks at the types, and takes its time for it.
  const args = [tsc, '-p', config, '--noCheck'];
  const { status } = spawnSync(process.execPath, args, { stdio: ['ignore', 2, 2] });
  if (status !== 0) process.exit(1);
}
