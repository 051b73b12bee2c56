import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
const inRoot = (...parts) => join(root, ...parts);
const BUILD_INFO = ['dist', 'tsconfig.build.tsbuildinfo'];
const LEAST_NODE = [20, 19];

/** A sentence when this Node is too old, else undefined. */
export function tooOldNode(version = process.versions.node) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [leastMajor, leastMinor] = LEAST_NODE;
  if (major > leastMajor || (major === leastMajor && minor >= leastMinor)) return undefined;
  return `Node ${LEAST_NODE.join('.')} or newer is needed, and this is ${version}: install it from https://nodejs.org and start again.`;
}

/** True when packages were never installed here, or the lock file has changed since. */
export function needsInstall() {
  const installed = inRoot('node_modules', '.package-lock.json');
  if (!existsSync(installed)) return true;
  if (mtime(installed) >= mtime(inRoot('package-lock.json'))) return false;
  return !sameVersions(readLock(installed), readLock(inRoot('package-lock.json')));
}

/** Newer by date alone is no reason to install: a checkout touches files. */
function sameVersions(installed, wanted) {
  return Object.entries(wanted).every(
    ([path, { version, optional }]) =>
      path === '' || installed[path]?.version === version || (optional && !installed[path]),
  );
}

const readLock = (path) => JSON.parse(readFileSync(path, 'utf8')).packages ?? {};
const mtime = (path) => statSync(path).mtimeMs;

/** True when nothing was built yet, or a source is newer than the last build. */
export function needsBuild() {
  const built = inRoot(...BUILD_INFO);
  if (!existsSync(built) || !existsSync(inRoot('dist/apps/wherefore/src/main.js'))) return true;
  const since = mtime(built);
  const configs = ['tsconfig.json', 'tsconfig.build.json', 'package.json'].map((one) =>
    inRoot(one),
  );
  return (
    configs.some((path) => mtime(path) > since) ||
    ['apps', 'libs'].some((folder) => hasNewerSource(inRoot(folder), since))
  );
}

function hasNewerSource(folder, since) {
  return readdirSync(folder, { withFileTypes: true }).some((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return hasNewerSource(path, since);
    return entry.name.endsWith('.ts') && !entry.name.endsWith('.spec.ts') && mtime(path) > since;
  });
}

export function npmInstall(verbose) {
  const flags = ['--ignore-scripts', '--no-audit', '--no-fund'];
  return run('npm', ['ci', ...flags], verbose);
}

export async function tscBuild(verbose) {
  const started = new Date();
  const tsc = inRoot('node_modules', 'typescript', 'bin', 'tsc');
  await run(process.execPath, [tsc, '-p', 'tsconfig.build.json'], verbose);
  // tsc leaves the file alone when nothing it knows has changed.
  utimesSync(inRoot(...BUILD_INFO), started, started);
}

/** Runs a program quietly; what it said is shown when it fails, and then this process ends with 1. */
async function run(command, args, verbose) {
  const child = spawn(command, args, {
    cwd: root,
    stdio: verbose ? ['ignore', 2, 2] : ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const keep = (chunk) => (said = (said + chunk).slice(-20_000));
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const code = await new Promise((resolve) => {
    child.once('error', (error) => {
      said += error.message;
      resolve(1);
    });
    child.once('close', resolve);
  });
  if (code === 0) return;
  process.stderr.write(`${said}\n✗ "${command} ${args.join(' ')}" failed; see above.\n`);
  process.exit(1);
}

/** True when one of the processes above us is npm (Linux; elsewhere false). */
export function isBelowNpm() {
  try {
    for (let pid = process.ppid; pid > 1;) {
      if (readFileSync(`/proc/${pid}/cmdline`, 'utf8').startsWith('npm')) return true;
      const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
      pid = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    }
  } catch {
    // No /proc, or a process that has just ended.
  }
  return false;
}
