import { type JsonLogFormat } from '../json-log-format.js';
import { createMappedReader } from '../scan/json-mapped-reader.js';
import { type NamedFormat } from '../scan/named-format.js';
import { type Source } from '../source.js';

/**
 * JSON objects of any layout, read by the source's field map alone: a name the map does not give is never
 * guessed. Which instant `eventTime` is, the map does not say; `eventStartTime` and `eventEndTime` do.
 */
export const json: JsonLogFormat = {
  name: 'json',
  recognises: () => false,
  createReader: (source) => createMappedReader(mapped(source)),
  mapped,
};

function mapped({ fieldMap }: Source): NamedFormat {
  return { names: {}, ownNames: fieldMap, timeKind: 'unknown' };
}
