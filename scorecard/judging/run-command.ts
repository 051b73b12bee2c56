import { spawn } from 'node:child_process';

/** Runs a program to its end and gives what it printed. @throws Error with the end of its standard error where it failed */
export async function runCommand(
  program: string,
  words: readonly string[],
  options: {
    readonly cwd: string;
    readonly signal: AbortSignal;
    /** Added to ours. */
    readonly environment: Readonly<Record<string, string>>;
  },
): Promise<string> {
  const { cwd, signal, environment } = options;
  const child = spawn(program, [...words], {
    cwd,
    signal,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let printed = '';
  let complaints = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (printed += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (complaints += text));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0) {
    throw new Error(
      `${[program, ...words].join(' ')} ended with ${code ?? 'a signal'}:\n${complaints.slice(-2_000)}`,
    );
  }
  return printed;
}
