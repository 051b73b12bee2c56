import { type LineReader } from '../log-format.js';
import { type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { type Source } from '../source.js';
import { type ClfLayout } from './clf-head.js';
import { scanClfLine } from './clf-line.js';
import { type ClfTailReader } from './clf-tail.js';
import { trailingFieldsReader } from './trailing-fields.js';
import { scanVariedLine, type VariedLineSettings } from './varied-line.js';

/**
 * A reader for the family of the common log format: the usual order first, then what owners make of it.
 * `ownTail` reads the fields behind the user agent where the producer prescribes them.
 */
export function createClfReader(
  source: Source,
  layout: ClfLayout,
  ownTail?: ClfTailReader,
): LineReader {
  const readTail = ownTail ?? trailingFieldsReader(source.trailingFields);
  const settings = { utcOffsetMinutes: source.utcOffsetMinutes ?? 0, readTail };
  return (line) => {
    const request = scanClfLine(line, layout, readTail);
    return isUsual(line, request) ? request : varied(line, settings, request);
  };
}

/** Whether nothing hints at another order: a rejection, quoted text behind what looks like a line without headers. */
function isUsual(line: string, request: RawRequest | RejectReason): boolean {
  if (typeof request === 'string') return false;
  if (request.layout === 'common') return line.charCodeAt(line.length - 1) !== 34;
  return !request.referer.startsWith('Mozilla/');
}

/** The line in an order of the owner's own; as it was where that makes no sense. */
function varied(
  line: string,
  settings: VariedLineSettings,
  usual: RawRequest | RejectReason,
): RawRequest | RejectReason {
  return scanVariedLine(line, settings) ?? usual;
}
