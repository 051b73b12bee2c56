#!/usr/bin/env node
/**
 * `npm run demo`: from a bare clone to the demo. Installs and builds where that is needed, then hands over to the command line.
 * Plain JavaScript on node's own modules, because nothing is installed yet when it starts.
 */
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import {
  isBelowNpm,
  needsBuild,
  needsInstall,
  npmInstall,
  tooOldNode,
  tscBuild,
} from './prepare.mjs';

const args = process.argv.slice(2);
const verbose = args.includes('--verbose');
const say = (text) => process.stderr.write(`› ${text}\n`);

const startedByNpm = isBelowNpm();
const refusal = tooOldNode();
if (refusal !== undefined) {
  process.stderr.write(`✗ ${refusal}\n`);
  process.exit(1);
}
if (needsInstall()) {
  say('Installing the packages (npm ci); this takes a minute or two, once');
  await npmInstall(verbose);
}
if (needsBuild()) {
  say('Building (tsc)');
  await tscBuild(verbose);
}
// Killed meanwhile: nobody is waiting any more.
if (startedByNpm && !isBelowNpm()) process.exit(1);
process.exit(await runCli(['demo', ...args]));

/**
 * Runs the command line with our terminal. It sees our death by the IPC channel, however we die, and npm's death by itself, and
 * then stops everything.
 */
async function runCli(cliArgs) {
  const entry = fileURLToPath(new URL('../dist/apps/wherefore/src/main.js', import.meta.url));
  const child = spawn(process.execPath, [entry, ...cliArgs], {
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => child.kill(signal));
  }
  return new Promise((resolve) => {
    child.once('error', () => {
      resolve(1);
    });
    child.once('exit', (code) => {
      resolve(code ?? 1);
    });
  });
}
