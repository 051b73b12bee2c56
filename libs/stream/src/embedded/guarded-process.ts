import { type ChildProcess, spawn } from 'node:child_process';
import { GUARDIAN_SCRIPT } from './guardian-script.js';

export interface GuardedCommand {
  command: string;
  args: readonly string[];
  cwd: string;
  /** Milliseconds between SIGTERM and SIGKILL. */
  graceMs: number;
}

export interface ProcessExit {
  code: number | null;
  signal: string | null;
  /** The last 16 KiB of the program's stderr. */
  tail: string;
  error?: string;
}

type GuardianMessage = { kind: 'started'; pid: number } | ({ kind: 'exited' } & ProcessExit);

export interface GuardedProcess {
  pid: number;
  exited: Promise<ProcessExit>;
  /** SIGTERM, then SIGKILL after the grace period; resolves when the program is gone. */
  stop(): Promise<void>;
}

/**
 * Starts a program that dies with this process, however this process dies. The guardian has a process group of its own:
 * a Ctrl-C in the terminal does not reach the program before its clients have finished with it. Neither keeps this
 * process alive.
 */
export async function startGuarded(guarded: GuardedCommand): Promise<GuardedProcess> {
  const guardian = spawn(process.execPath, ['-e', GUARDIAN_SCRIPT, JSON.stringify(guarded)], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    detached: true,
  });
  const exited = whenExited(guardian);
  const pid = await new Promise<number>((resolve, reject) => {
    guardian.on('message', (message: GuardianMessage) => {
      if (message.kind === 'started') resolve(message.pid);
    });
    void exited.then(({ error, tail }) => {
      reject(new Error(error ?? tail));
    });
  });
  guardian.unref();
  guardian.channel?.unref();
  return {
    pid,
    exited,
    stop: async () => {
      guardian.ref();
      guardian.channel?.ref();
      if (guardian.connected) guardian.send('stop', () => undefined);
      await exited;
    },
  };
}

function whenExited(guardian: ChildProcess): Promise<ProcessExit> {
  return new Promise((resolve) => {
    guardian.on('message', (message: GuardianMessage) => {
      if (message.kind === 'exited') resolve(message);
    });
    guardian.on('error', (error) => {
      resolve({ code: null, signal: null, tail: '', error: error.message });
    });
    guardian.on('exit', (code, signal) => {
      resolve({ code, signal, tail: '', error: 'The guardian process ended unexpectedly.' });
    });
  });
}
