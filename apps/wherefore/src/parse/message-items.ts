import { type LogItem } from '#libs/traffic';

/** The log records in one Kafka message, or why there are none. */
export function messageItems(message: Buffer): readonly LogItem[] | string {
  return message.toString('utf8').split('\n');
}
