import winston from 'winston';
import { jsonLine } from './json-line.js';
import { type Logger, type LogLevel } from './logger.js';

/**
 * The process's logger: winston, one JSON object a line on standard error,
 * `{ timestamp, level, message, process, correlation?, ... }`.
 */
export function createLogger(
  processName: string,
  level: LogLevel,
  stream: NodeJS.WritableStream = process.stderr,
): Logger {
  return winston.createLogger({
    level,
    defaultMeta: { process: processName },
    format: winston.format.combine(winston.format.timestamp(), winston.format.printf(line)),
    transports: [new winston.transports.Stream({ stream, eol: '\n' })],
  });
}

function line(info: winston.Logform.TransformableInfo): string {
  const { timestamp, level, message, process: name, ...fields } = info;
  return jsonLine({ timestamp, level, message, process: name, ...fields });
}
