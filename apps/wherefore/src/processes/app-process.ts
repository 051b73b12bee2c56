import { type ChildProcess, spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { type AppName } from '../installation.js';
import { CliError } from '../cli-error.js';
import { lastErrors } from './last-errors.js';

export interface AppProcessOptions {
  readonly app: AppName;
  /** The compiled entry. */
  readonly entry: string;
  readonly env: Readonly<NodeJS.ProcessEnv>;
  /** Its JSON log. */
  readonly logFile: string;
  /** Log to our standard error instead of the file. */
  readonly verbose: boolean;
}

/** A report of a child process: plain data with a type. */
export interface AppReport {
  readonly type: string;
  readonly [field: string]: unknown;
}

/** More than the ten seconds a process takes to shut down by itself. */
const STOP_GRACE_MS = 15_000;

/**
 * One process of the product as a child of this one. It has a process group of its own, so that a Ctrl-C in the terminal reaches
 * only us and the parts stop in order; when we die, however we die, its IPC channel closes and it ends by itself.
 */
export class AppProcess {
  readonly #options: AppProcessOptions;
  readonly #child: ChildProcess;
  readonly #exited: Promise<number | null>;
  readonly #listeners: ((report: AppReport) => void)[] = [];
  readonly #seen: AppReport[] = [];
  #stopping = false;

  constructor(options: AppProcessOptions) {
    this.#options = options;
    const log = options.verbose ? 'inherit' : openSync(options.logFile, 'a', 0o600);
    this.#child = spawn(process.execPath, ['--enable-source-maps', options.entry], {
      env: options.env,
      stdio: ['ignore', 'ignore', log, 'ipc'],
      detached: true,
    });
    if (typeof log === 'number') closeSync(log);
    this.#exited = new Promise((resolve) => {
      this.#child.once('error', () => {
        resolve(null);
      });
      this.#child.once('exit', resolve);
    });
    this.#child.on('message', (report: AppReport) => {
      this.#seen.push(report);
      for (const listener of this.#listeners) listener(report);
      if (this.#seen.length > 16) this.#seen.shift();
    });
  }

  get app(): AppName {
    return this.#options.app;
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  onReport(listener: (report: AppReport) => void): void {
    this.#seen.forEach(listener);
    this.#listeners.push(listener);
  }

  /** Resolves when the process ends by itself with 0. @throws CliError APP_FAILED when it ends otherwise */
  async finished(): Promise<void> {
    const code = await this.#exited;
    if (code !== 0 && !this.#stopping) throw await this.#failure(code);
  }

  /** Never resolves; rejects when the process ends without having been asked. */
  async ended(): Promise<never> {
    const code = await this.#exited;
    if (this.#stopping) return new Promise<never>(() => undefined);
    throw await this.#failure(code);
  }

  /** Resolves to the port when the process listens. */
  async listening(): Promise<number> {
    const listening = new Promise<number>((resolve) => {
      this.onReport((report) => {
        if (report.type === 'listening') resolve(Number(report['port']));
      });
    });
    return Promise.race([listening, this.ended()]);
  }

  /** SIGTERM, and SIGKILL when that does not help in time. */
  async stop(): Promise<void> {
    this.#stopping = true;
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    this.#child.kill('SIGTERM');
    const late = new AbortController();
    const timeout = setTimeout(STOP_GRACE_MS, 'late' as const, { signal: late.signal });
    timeout.catch(() => undefined);
    const first = await Promise.race([this.#exited, timeout]);
    late.abort();
    if (first !== 'late') return;
    this.#child.kill('SIGKILL');
    await this.#exited;
    throw new Error(`it did not end within ${STOP_GRACE_MS / 1000} s and was killed`);
  }

  async #failure(code: number | null): Promise<CliError> {
    const { app, logFile, verbose } = this.#options;
    const how = code === null ? 'was killed' : `ended with exit code ${code}`;
    if (verbose) return new CliError('APP_FAILED', `The process ${app} ${how}; its log is above.`);
    const errors = await lastErrors(logFile);
    const said =
      errors.length === 0 ? ' It logged no error.' : ` Its last errors:\n${errors.join('\n')}`;
    return new CliError(
      'APP_FAILED',
      `The process ${app} ${how}.${said}\nIts whole log: ${logFile}`,
    );
  }
}
