import { type ChildProcess, spawn } from 'node:child_process';
import { readdir, readFile, readlink } from 'node:fs/promises';
import { once } from 'node:events';
import { setTimeout } from 'node:timers/promises';

/** A run of the product as a user starts it. */
export interface CliRun {
  readonly child: ChildProcess;
  readonly stdout: () => string;
  readonly stderr: () => string;
  /** Exit code; null when a signal ended it. */
  readonly exited: Promise<number | null>;
}

/** Starts `node <script> <args>` from the repository's root, with its output kept. */
export function startCli(
  script: string,
  args: readonly string[],
  env: NodeJS.ProcessEnv = process.env,
): CliRun {
  const child = spawn(process.execPath, [script, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (stdout += chunk));
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (stderr += chunk));
  const exited = once(child, 'close').then(([code]) => code as number | null);
  return { child, stdout: () => stdout, stderr: () => stderr, exited };
}

export interface CliResult {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export async function runCli(
  script: string,
  args: readonly string[],
  env?: NodeJS.ProcessEnv,
): Promise<CliResult> {
  const run = startCli(script, args, env);
  const code = await run.exited;
  return { code, stdout: run.stdout(), stderr: run.stderr() };
}

/** Processes that name the folder on their command line, work in it, or hold a file of it open (Linux). */
export async function processesUsing(folder: string): Promise<string[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const found = await Promise.all(
    pids.map(async (pid) => {
      const places = await Promise.all([
        commandLine(pid),
        workingFolder(pid),
        ...(await openFiles(pid)),
      ]);
      return places.some((place) => place.includes(folder)) ? `${pid} ${places[0]}` : undefined;
    }),
  );
  return found.filter((one) => one !== undefined);
}

const commandLine = (pid: string): Promise<string> =>
  readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '');

const workingFolder = (pid: string): Promise<string> =>
  readlink(`/proc/${pid}/cwd`).catch(() => '');

async function openFiles(pid: string): Promise<Promise<string>[]> {
  const names = await readdir(`/proc/${pid}/fd`).catch(() => []);
  return names.map((name) => readlink(`/proc/${pid}/fd/${name}`).catch(() => ''));
}

/** The processes that are still there when `withinMs` has passed; none as soon as there are none. */
export async function leftBehind(folder: string, withinMs: number): Promise<string[]> {
  const deadline = performance.now() + withinMs;
  for (;;) {
    const processes = await processesUsing(folder);
    if (processes.length === 0 || performance.now() > deadline) return processes;
    await setTimeout(200);
  }
}
