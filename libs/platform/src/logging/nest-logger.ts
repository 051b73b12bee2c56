import { type LoggerService } from '@nestjs/common';
import { type Logger } from './logger.js';

/** Lets Nest's own lines go through the process's logger, so that they are JSON as well. */
export class NestLogger implements LoggerService {
  constructor(private readonly logger: Logger) {}

  log(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(textOf(message), contextOf(rest));
  }

  warn(message: unknown, ...rest: unknown[]): void {
    this.logger.warn(textOf(message), contextOf(rest));
  }

  error(message: unknown, ...rest: unknown[]): void {
    const error = message instanceof Error ? { error: message } : {};
    this.logger.error(textOf(message), { ...error, ...contextOf(rest) });
  }

  fatal(message: unknown, ...rest: unknown[]): void {
    this.error(message, ...rest);
  }

  debug(message: unknown, ...rest: unknown[]): void {
    this.logger.debug(textOf(message), contextOf(rest));
  }

  verbose(message: unknown, ...rest: unknown[]): void {
    this.debug(message, ...rest);
  }
}

function textOf(message: unknown): string {
  if (message instanceof Error) return message.message;
  return typeof message === 'string' ? message : JSON.stringify(message);
}

/** Nest passes the context last, and for errors a stack before it. */
function contextOf(rest: readonly unknown[]): Record<string, unknown> {
  const details = rest.slice(0, -1).filter((entry) => entry !== undefined);
  return {
    ...(rest.length > 0 ? { context: rest.at(-1) } : {}),
    ...(details.length > 0 ? { details } : {}),
  };
}
