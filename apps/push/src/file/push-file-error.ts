/** One thing in the file that cannot be used as it is. Never its value: some are secrets put in the wrong place. */
export interface PushFileProblem {
  readonly line: number;
  readonly field: string;
  readonly problem: string;
}

/** The description of the targets cannot be used: everything that is wrong with it, at once. */
export class PushFileError extends Error {
  override readonly name = 'PushFileError';
  readonly retriable = false;

  constructor(
    readonly code: 'PUSH_FILE_UNREADABLE' | 'PUSH_FILE_INVALID',
    message: string,
    readonly problems: readonly PushFileProblem[] = [],
  ) {
    super(message);
  }

  static invalid(path: string, problems: readonly PushFileProblem[]): PushFileError {
    const noun = problems.length === 1 ? 'thing is' : 'things are';
    const lines = problems
      .toSorted((one, other) => one.line - other.line)
      .map(({ line, field, problem }) =>
        [`  ${path}:${line}`, field, problem].filter((part) => part !== '').join(': '),
      );
    const head = `${problems.length} ${noun} wrong in the description of the targets:`;
    return new PushFileError('PUSH_FILE_INVALID', [head, ...lines].join('\n'), problems);
  }
}
