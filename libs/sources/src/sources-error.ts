/** One thing in a description that cannot be used as it is. Never its value. */
export interface SourceProblem {
  /** Counted from 1. */
  readonly line: number;
  /** `sources[2].trusted_proxies[0]`; `''` for the file as a whole. */
  readonly field: string;
  /** What is allowed there. */
  readonly problem: string;
}

/** The description of the sources cannot be used: everything that is wrong with it, at once, without values. */
export class SourcesError extends Error {
  override readonly name = 'SourcesError';
  readonly retriable = false;

  constructor(
    readonly code: 'SOURCES_UNREADABLE' | 'SOURCES_INVALID',
    message: string,
    readonly problems: readonly SourceProblem[] = [],
  ) {
    super(message);
  }

  static invalid(
    path: string,
    problems: readonly SourceProblem[],
    what = 'the description of the sources',
  ): SourcesError {
    const noun = problems.length === 1 ? 'thing is' : 'things are';
    const sorted = problems.toSorted((a, b) => a.line - b.line);
    const lines = sorted.map(({ line, field, problem }) =>
      [`  ${path}:${line}`, field, problem].filter((part) => part !== '').join(': '),
    );
    return new SourcesError(
      'SOURCES_INVALID',
      [`${problems.length} ${noun} wrong in ${what}:`, ...lines].join('\n'),
      sorted,
    );
  }
}
