import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

const KEPT_LOG_LINES = 400;

/** One of the product's processes, as in production: the built program, told everything by its environment. */
export class Worker {
  readonly pid: number;
  /** Its exit code; null when a signal ended it. */
  readonly exited: Promise<number | null>;
  readonly #child: ChildProcess;
  readonly #address: Promise<string | undefined>;
  #log: string[] = [];
  #isRunning = true;
  #peakMib = 0;
  #burned = 0;

  constructor(app: string, env: Readonly<Record<string, string>>) {
    this.#child = spawn(process.execPath, [`dist/apps/${app}/src/main.js`], {
      env: { PATH: process.env['PATH'], HTTP_PORT: '0', ...env },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    });
    this.pid = this.#child.pid ?? -1;
    this.#child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      this.#log = [...this.#log, ...text.trimEnd().split('\n')].slice(-KEPT_LOG_LINES);
    });
    this.exited = once(this.#child, 'exit').then(([code]) => {
      this.#isRunning = false;
      return code as number | null;
    });
    this.#address = Promise.race([once(this.#child, 'message'), this.exited]).then((first) =>
      Array.isArray(first) ? addressOf(first[0]) : undefined,
    );
  }

  get isRunning(): boolean {
    return this.#isRunning;
  }

  /** Greatest resident memory seen, MiB; 0 where /proc does not tell. */
  get peakMib(): number {
    return this.#peakMib;
  }

  /** Burned insert tokens it counted, as of the last sample. */
  get burnedTokens(): number {
    return this.#burned;
  }

  /** Its last log lines, JSON each. */
  get log(): readonly string[] {
    return this.#log;
  }

  signal(signal: 'SIGTERM' | 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): void {
    if (!this.#isRunning) return;
    this.sampleMemory();
    this.#child.kill(signal);
  }

  async kill(): Promise<void> {
    this.signal('SIGKILL');
    await this.exited;
  }

  /** Asks it to end, and ends it if it has not after `withinMs`. @returns exit code and milliseconds taken */
  async drain(withinMs = 15_000): Promise<{ code: number | null; tookMs: number }> {
    const asked = performance.now();
    this.signal('SIGTERM');
    const limit = setTimeout(() => {
      this.signal('SIGKILL');
    }, withinMs);
    const code = await this.exited;
    clearTimeout(limit);
    return { code, tookMs: performance.now() - asked };
  }

  sampleMemory(): void {
    try {
      const status = readFileSync(`/proc/${this.pid}/status`, 'utf8');
      const peak = /^VmHWM:\s+(\d{1,12}) kB$/m.exec(status)?.[1];
      this.#peakMib = Math.max(this.#peakMib, Math.round(Number(peak ?? 0) / 1_024));
    } catch {
      // Gone, or no Linux.
    }
  }

  async sampleBurned(): Promise<void> {
    this.#burned = Math.max(
      this.#burned,
      await this.metric('wherefore_ingest_burned_tokens_total'),
    );
  }

  /** One metric, all its labels added up; 0 when it cannot be read now. */
  async metric(name: string): Promise<number> {
    const address = await this.#address;
    if (address === undefined || !this.#isRunning) return 0;
    try {
      const response = await fetch(`${address}/metrics`, { signal: AbortSignal.timeout(1_000) });
      const lines = (await response.text()).split('\n');
      return lines
        .filter((line) => line.startsWith(`${name} `) || line.startsWith(`${name}{`))
        .reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
    } catch {
      return 0;
    }
  }
}

function addressOf(message: unknown): string | undefined {
  const { type, host, port } = message as { type?: string; host?: string; port?: number };
  return type === 'listening' ? `http://${host ?? '127.0.0.1'}:${port ?? 0}` : undefined;
}
