import pc from 'picocolors';
import { Progress, type ProgressOptions } from './progress.js';

export type Colours = ReturnType<typeof pc.createColors>;

export interface TerminalStreams {
  readonly stdout: NodeJS.WriteStream;
  readonly stderr: NodeJS.WriteStream;
  readonly env: Readonly<NodeJS.ProcessEnv>;
}

/**
 * The two outputs of a command: what it found goes to standard output, everything on the way to standard error. Colours only
 * where a person looks, and never against NO_COLOR.
 */
export class Terminal {
  readonly #streams: TerminalStreams;
  /** For what goes to standard output. */
  readonly colours: Colours;
  /** For what goes to standard error. */
  readonly noteColours: Colours;

  constructor(streams: TerminalStreams) {
    this.#streams = streams;
    this.colours = pc.createColors(coloured(streams.stdout, streams.env));
    this.noteColours = pc.createColors(coloured(streams.stderr, streams.env));
  }

  /** One part of the result. */
  result(text: string): void {
    this.#streams.stdout.write(`${text}\n`);
  }

  /** For results that are written piece by piece. */
  get stdout(): NodeJS.WriteStream {
    return this.#streams.stdout;
  }

  /** Something to read that is not the result. */
  aside(text: string): void {
    this.#streams.stderr.write(`${text}\n`);
  }

  /** What is going on, for the person who waits. */
  note(text: string): void {
    this.#streams.stderr.write(`${this.noteColours.dim('›')} ${text}\n`);
  }

  warn(text: string): void {
    this.#streams.stderr.write(`${this.noteColours.yellow('!')} ${text}\n`);
  }

  fail(text: string): void {
    this.#streams.stderr.write(`${this.noteColours.red('✗')} ${text}\n`);
  }

  progress(options: ProgressOptions): Progress {
    return new Progress(this.#streams.stderr, options);
  }
}

/** On a pipe `isTTY` is undefined, for which picocolors would ask the environment: CI means colours there. */
function coloured(
  { isTTY = false }: { readonly isTTY?: boolean },
  env: Readonly<NodeJS.ProcessEnv>,
): boolean {
  return isTTY && (env['NO_COLOR'] ?? '') === '' && env['TERM'] !== 'dumb';
}
