export const LOG_LEVELS = ['error', 'warn', 'info', 'debug'] as const;

export type LogLevel = (typeof LOG_LEVELS)[number];

type Write = (message: string, fields?: Readonly<Record<string, unknown>>) => unknown;

/**
 * What code needs of a logger. Fields become properties of the JSON line; an Error among them
 * (`{ error }`) is written with name, message, code, stack and cause. `child({ correlation })`
 * adds its fields to every line of the child.
 */
export interface Logger {
  readonly error: Write;
  readonly warn: Write;
  readonly info: Write;
  readonly debug: Write;
  child(fields: Readonly<Record<string, unknown>>): Logger;
}
