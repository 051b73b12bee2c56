import { type Logger } from './logger.js';

const nothing = (): void => undefined;

/** Writes nothing; for specs and for callers that do not want a library's lines. */
export const silentLogger: Logger = {
  error: nothing,
  warn: nothing,
  info: nothing,
  debug: nothing,
  child: () => silentLogger,
};
