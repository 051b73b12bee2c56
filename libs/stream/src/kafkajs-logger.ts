import { type LogEntry, type logCreator, logLevel } from 'kafkajs';
import { type Logger } from '#libs/platform';

/**
 * Errors of single requests: kafkajs retries them or throws them at us, and who called says what they mean. The other
 * one warns that retries of an idempotent producer are limited; ours stop for good when they run out.
 */
const isNoise = ({ namespace, log }: LogEntry): boolean =>
  namespace === 'Connection' || log.message.startsWith('Limiting retries for the idempotent');

/** Routes kafkajs's messages into the process's logger; its chatty INFO becomes debug. */
export function kafkajsLogger(logger: Logger): logCreator {
  return () => (entry: LogEntry) => {
    const { level, log, namespace } = entry;
    const fields = { ...log, component: `kafkajs.${namespace}`, timestamp: undefined };
    if (isNoise(entry)) logger.debug(log.message, fields);
    else if (level === logLevel.ERROR) logger.error(log.message, fields);
    else if (level === logLevel.WARN) logger.warn(log.message, fields);
    else logger.debug(log.message, fields);
  };
}
