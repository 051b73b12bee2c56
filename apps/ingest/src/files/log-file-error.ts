/** A log file that cannot be read as it is; the message names it and says what to do. */
export class LogFileError extends Error {
  override readonly name = 'LogFileError';
  readonly code = 'LOG_FILE_UNREADABLE';
  readonly retriable = false;

  constructor(path: string, cause: unknown) {
    super(`cannot read ${path}: ${explain(cause)}`, { cause });
  }
}

const EXPLANATIONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file; check the path',
  EACCES: 'permission denied; make it readable for this account',
  EPERM: 'permission denied; make it readable for this account',
  EISDIR: 'it is a folder; name the log files in it',
  Z_DATA_ERROR: 'its gzip data are damaged; get a whole copy of it',
  Z_BUF_ERROR: 'its gzip data end too early; get a whole copy of it',
};

function explain(cause: unknown): string {
  const { code = '', message = String(cause) } = cause as { code?: string; message?: string };
  return EXPLANATIONS[code] ?? message;
}
