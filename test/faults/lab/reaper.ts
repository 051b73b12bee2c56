import { type ChildProcess, spawn } from 'node:child_process';

/**
 * Ends our workers when we are gone, even by SIGKILL: a worker notices that by itself, unless it is stopped (SIGSTOP) at
 * that moment. Process ids come in on standard input; at its end whatever still runs ingest among them is killed.
 */
const PROGRAM = `
const { execFileSync } = require('node:child_process');
const pids = new Set();
let text = '';
process.stdin.setEncoding('utf8').on('data', (chunk) => {
  const lines = (text + chunk).split('\\n');
  text = lines.pop();
  for (const line of lines) pids.add(line);
}).on('end', () => {
  for (const pid of pids) {
    try {
      const command = execFileSync('ps', ['-o', 'args=', '-p', pid], { encoding: 'utf8' });
      if (command.includes('dist/apps/')) process.kill(Number(pid), 'SIGKILL');
    } catch {}
  }
  process.exit(0);
});
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => {});
`;

export class Reaper {
  readonly #process: ChildProcess;

  constructor() {
    this.#process = spawn(process.execPath, ['-e', PROGRAM], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    this.#process.stdin?.on('error', () => undefined);
  }

  watch(pid: number): void {
    this.#process.stdin?.write(`${pid}\n`);
  }

  close(): void {
    this.#process.stdin?.end();
  }
}
