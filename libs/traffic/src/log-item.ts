import { type JsonRecord } from './json-record.js';

/** One record of a log as an envelope gives it: a line of text, or an object that was parsed on the way. */
export type LogItem = string | JsonRecord;
