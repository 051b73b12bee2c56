import { type JsonRecord } from '#libs/traffic';

/**
 * An object with the time that its parser took out of it and put beside it (`timestamp` of a cloud's log
 * entry, `timeUnixNano` of OTLP), under `@timestamp`; unchanged where it has a time of its own.
 */
export function withTime(record: JsonRecord, time: string | undefined): JsonRecord {
  return time === undefined || Object.keys(record).some(isTimeKey)
    ? record
    : { ...record, '@timestamp': time };
}

function isTimeKey(key: string): boolean {
  return (
    /^(?:ts|msec|date|\[date)$|time/i.test(key.slice(0, 64)) && !/timeout|request_?time/i.test(key)
  );
}
