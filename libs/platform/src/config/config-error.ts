/** One environment variable that cannot be used as it is, and what it may be. Never its value. */
export interface ConfigProblem {
  readonly variable: string;
  readonly problem: string;
}

/**
 * The environment does not fit: every wrong or missing variable at once. The message lists each
 * variable and what is allowed; values never appear, since some of them are secrets.
 */
export class ConfigError extends Error {
  readonly code = 'CONFIG_INVALID';
  readonly retriable = false;

  constructor(readonly problems: readonly ConfigProblem[]) {
    const lines = problems.map(({ variable, problem }) => `  ${variable} ${problem}`);
    const noun = problems.length === 1 ? 'variable is' : 'variables are';
    super(
      [`${problems.length} environment ${noun} wrong; set them and start again:`, ...lines].join(
        '\n',
      ),
    );
    this.name = 'ConfigError';
  }
}
