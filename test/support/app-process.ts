import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { once } from 'node:events';

/** One of our processes, started as in production: the built program, environment variables only. */
export interface TestProcess {
  readonly child: ChildProcess;
  /** Its log so far, one parsed object a line. */
  readonly log: readonly Record<string, unknown>[];
  /** `http://host:port` once it listens. */
  readonly url: Promise<string>;
  /** Its exit code; null when a signal ended it. */
  readonly exited: Promise<number | null>;
}

/** Starts `dist/apps/<name>/src/main.js` with nothing in its environment but PATH and `env`. */
export function startApp(name: string, env: Record<string, string>): TestProcess {
  const program = `dist/apps/${name}/src/main.js`;
  if (!existsSync(program)) throw new Error(`${program} is missing: run "npm run build" first`);
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env['PATH'], HTTP_PORT: '0', ...env },
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log: Record<string, unknown>[] = [];
  let rest = '';
  child.stderr?.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    log.push(...lines.map((line) => JSON.parse(line) as Record<string, unknown>));
  });
  // 'close' does not come after disconnect(); the end of the log and the exit do.
  const ended = child.stderr === null ? undefined : once(child.stderr, 'end');
  const exited = once(child, 'exit').then(async ([code]) => {
    await ended;
    return code as number | null;
  });
  return { child, log, url: listening(child, exited, log), exited };
}

async function listening(
  child: ChildProcess,
  exited: Promise<number | null>,
  log: readonly object[],
): Promise<string> {
  const first = await Promise.race([
    once(child, 'message') as Promise<[{ type: string; host: string; port: number }]>,
    exited,
  ]);
  if (first === null || typeof first === 'number') return `ended before: ${JSON.stringify(log)}`;
  return `http://${first[0].host}:${first[0].port}`;
}
