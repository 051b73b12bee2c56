import { type JsonRecord } from '../json-record.js';
import { type LineReader, type LogFormat } from '../log-format.js';
import { plainWords } from '../scan/w3c-words.js';
import { type Source } from '../source.js';
import { akamaiDs2 } from './akamai-ds2.js';

/**
 * Akamai DataStream 2 in its structured form: values separated by tabs or spaces in the order of the
 * stream's data set, `-` for what is missing. Nothing in a line tells the order, so the source must name
 * the fields, as DataStream's JSON names them (`reqTimeSec`, `cliIP`, `UA` …).
 */
export const akamaiDs2Text: LogFormat = {
  name: 'akamai_ds2_text',
  recognises: () => false,
  createReader,
};

function createReader(source: Source): LineReader {
  const { fields = [] } = source;
  const read = akamaiDs2.createReader(source);
  return (line) => {
    const words = plainWords(line);
    if (fields.length === 0 || words.length < fields.length) return 'unknown_format';
    return read(recordOf(fields, words));
  };
}

function recordOf(fields: readonly string[], words: readonly string[]): JsonRecord {
  const values = fields.map((name, index) => [name, valueOf(name, words[index] ?? '-')] as const);
  return Object.fromEntries(values.filter(([, value]) => value !== '-'));
}

/** Paths are logged without their leading slash, so that the root leaves nothing to log. */
function valueOf(name: string, word: string): string {
  return name === 'reqPath' && word === '-' ? '/' : word;
}
