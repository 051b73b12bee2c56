import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { clearInterval, clearTimeout, setInterval, setTimeout } from 'node:timers';
import { parseArgs } from 'node:util';
import { fileURLToPath } from 'node:url';
import { needsInstall, npmInstall, tooOldNode } from './prepare.mjs';

/** No step may take longer. */
const LIMIT_MS = 15 * 60_000;
/** How long Jest may take to end after its report. */
const PATIENCE_MS = 15_000;
const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * What reads the sources alone keeps one core busy, so those steps run beside the specs that need no server. Suites on real
 * servers run three at a time, since much of what they do is wait; they share one Kafka broker.
 */
const STEPS = [
  { name: 'format', what: 'every file is formatted', alone: false, script: 'format:check' },
  { name: 'types', what: 'the types hold, specs included', alone: false, script: 'typecheck' },
  { name: 'lint', what: 'ESLint finds nothing', alone: false, script: 'lint' },
  {
    name: 'boundaries',
    what: 'nobody imports what it may not',
    alone: false,
    script: 'boundaries',
  },
  {
    name: 'unused',
    what: 'no file, export or package is unused',
    alone: false,
    script: 'unused',
  },
  {
    name: 'pure',
    what: 'specs and golden cases without servers',
    alone: false,
    jest: ['--maxWorkers=1'],
  },
  {
    name: 'integration',
    alone: true,
    what: 'specs on a real ClickHouse and Kafka',
    jest: ['--maxWorkers=3'],
    broker: true,
  },
  { name: 'e2e', alone: true, what: 'the product as a user starts it', jest: ['--maxWorkers=2'] },
];

const HELP = `Usage: npm test [-- --only <steps>]

Makes a bare clone ready (npm ci, build), then checks everything, and goes on after a failure. The last line is
"N passed, N failed, N skipped": the tests of Jest, and each other step as one. The exit code is 1 when anything failed.

  --only <steps>  these alone, separated by commas; always after a build
  --help          this

Steps:
${STEPS.map(({ name, what }) => `  ${name.padEnd(14)}${what}`).join('\n')}

Without a Kafka broker (KAFKA_BROKERS, or Java 17 and Maven to start one) its suites are skipped, with a line that says so;
with CI=true that is a failure.

Examples:
  npm test -- --only format,types,lint   before a commit
  npm run jest -- libs/traffic           the specs of one library, without a build`;

const only = chosenSteps();
const steps = STEPS.filter(({ name }) => only.includes(name));
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const reports = mkdtempSync(join(tmpdir(), 'wherefore-test-'));
const startedAt = performance.now();
/** The steps that run, to be ended with us. */
const running = new Set();

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => interrupted(signal));
process.once('exit', () => rmSync(reports, { recursive: true, force: true }));

await main();

async function main() {
  await prepare();
  // The step `types` checks the same sources, and more.
  const built = await step('build', () => runScript('build', '--', '--noCheck'));
  if (!built) {
    say('Nothing else can be said of code that does not compile.');
    total.skipped += steps.length;
  } else {
    const together = steps.filter(({ alone }) => !alone);
    await Promise.all([
      inOrder(together.filter(({ jest }) => jest === undefined)),
      inOrder(together.filter(({ jest }) => jest !== undefined)),
    ]);
    await inOrder(steps.filter(({ alone }) => alone));
  }
  const which = failures.length > 0 ? `; failed: ${failures.join(', ')}` : '';
  say(`\n${seconds(startedAt)} in all${which}`);
  const { passed, failed, skipped } = total;
  process.stdout.write(`${passed} passed, ${failed} failed, ${skipped} skipped\n`);
  process.exitCode = failed > 0 ? 1 : 0;
}

async function inOrder(some) {
  for (const { name, script, jest, broker } of some)
    await step(name, () => {
      if (jest === undefined) return runScript(script);
      return broker ? withBroker((env) => runJest(name, jest, env)) : runJest(name, jest);
    });
}

async function prepare() {
  const refusal = tooOldNode();
  if (refusal !== undefined) {
    say(refusal);
    process.exit(1);
  }
  if (!needsInstall()) return;
  say('Installing the packages (npm ci); this takes a minute or two, once');
  await npmInstall(false);
}

function chosenSteps() {
  const names = STEPS.map(({ name }) => name);
  try {
    const options = { only: { type: 'string' }, help: { type: 'boolean' } };
    const { values } = parseArgs({ options });
    if (values.help) {
      process.stdout.write(`${HELP}\n`);
      process.exit(0);
    }
    const wanted = values.only?.split(',').map((name) => name.trim()) ?? names;
    const unknown = wanted.filter((name) => !names.includes(name));
    if (unknown.length === 0) return wanted;
    throw new Error(`There is no step ${unknown.join(', ')}; there are ${names.join(', ')}.`);
  } catch (error) {
    say(`${error.message}\n(npm test -- --help shows what there is)`);
    process.exit(2);
  }
}

/** Runs one step between two visible lines and adds what it counted. @returns whether nothing failed */
async function step(name, work) {
  const begun = performance.now();
  say(`\n── ${name} ${'─'.repeat(Math.max(0, 60 - name.length))}`);
  const { passed = 0, failed = 0, skipped = 0 } = await work();
  total.passed += passed;
  total.failed += failed;
  total.skipped += skipped;
  if (failed > 0) failures.push(name);
  say(
    `${failed > 0 ? '✗' : '✓'} ${name}: ${passed} passed, ${failed} failed, ${skipped} skipped, ${seconds(begun)}`,
  );
  return failed === 0;
}

async function runScript(script, ...options) {
  const { code, printed } = await run(['run', '--silent', script, ...options], { shown: false });
  if (code === 0) return { passed: 1 };
  say(printed);
  return { failed: 1 };
}

/** Starting a broker takes as long as a small suite. Where none can be started, the suites say so. */
async function withBroker(work) {
  const { findKafka, startEmbeddedKafka } = await import('../dist/libs/stream/src/index.js');
  if (process.env.KAFKA_BROKERS || findKafka().kind !== 'embedded') return work({});
  const broker = await startEmbeddedKafka({ dataDir: join(reports, 'kafka') });
  try {
    return await work({ KAFKA_BROKERS: broker.brokers.join(',') });
  } finally {
    await broker.stop();
  }
}

/** Jest waits for ever for what a spec left open, after its report is written; here that ends, and counts as a failure. */
async function runJest(project, options, env = {}) {
  const report = join(reports, `${project}.json`);
  let child;
  const patience = setInterval(() => {
    if (!existsSync(report) || Date.now() - statSync(report).mtimeMs < PATIENCE_MS) return;
    say('Every spec has ended, but one left something open: a server, a connection or a timer.');
    endGroup(child, 'SIGKILL');
  }, 1_000);
  const chosen = ['--selectProjects', project, ...options, '--passWithNoTests'];
  const { code } = await run(
    ['run', '--silent', 'jest', '--', ...chosen, '--json', `--outputFile=${report}`],
    { shown: true, env, onStart: (started) => (child = started) },
  );
  clearInterval(patience);
  return counted(report, code);
}

/** A suite that could not even start counts as one failed test; so does a run that ended badly with every test passed. */
function counted(report, code) {
  let result;
  try {
    result = JSON.parse(readFileSync(report, 'utf8'));
  } catch {
    return { failed: 1 };
  }
  const failed = result.numFailedTests + result.numRuntimeErrorTestSuites;
  return {
    passed: result.numPassedTests,
    failed: code === 0 ? failed : Math.max(1, failed),
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

/** Runs npm in a process group of its own, so that whatever hangs can be ended with all it started. */
function run(arguments_, { shown, env = {}, onStart }) {
  const child = spawn('npm', arguments_, {
    cwd: root,
    env: { ...process.env, ...env },
    detached: true,
    stdio: ['ignore', 'pipe', shown ? 'inherit' : 'pipe'],
  });
  running.add(child);
  onStart?.(child);
  let printed = '';
  const keep = (chunk) => (printed += chunk);
  for (const stream of [child.stdout, child.stderr]) stream?.setEncoding('utf8').on('data', keep);
  const limit = setTimeout(() => {
    say(`Not done after ${LIMIT_MS / 60_000} minutes, and ended.`);
    endGroup(child, 'SIGKILL');
  }, LIMIT_MS);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      clearTimeout(limit);
      running.delete(child);
      resolve({ code, printed });
    });
  });
}

function interrupted(signal) {
  for (const child of running) endGroup(child, signal);
  say('\nInterrupted.');
  process.exit(130);
}

function endGroup({ pid }, signal) {
  try {
    process.kill(-pid, signal);
  } catch {
    // It has just ended by itself.
  }
}

function seconds(since) {
  return `${((performance.now() - since) / 1_000).toFixed(1)} s`;
}

function say(text) {
  process.stderr.write(`${text}\n`);
}
