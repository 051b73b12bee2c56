import { type LineReader, type LogFormat } from '../log-format.js';
import { createClfReader } from '../scan/clf-family.js';
import { scanClfLine } from '../scan/clf-line.js';
import { closingQuote } from '../scan/quoted-text.js';
import { trailingFieldsReader } from '../scan/trailing-fields.js';
import { type Source } from '../source.js';

/** NCSA common log format: no referer and no user agent; also the short `"-" 408 -` lines of Apache. */
export const common: LogFormat = {
  name: 'common',
  // `combined` tells a missing user agent by itself.
  recognises: () => false,
  createReader: (source) =>
    (source.trailingFields ?? []).length > 0
      ? extendedCommonReader(source)
      : createClfReader(source, 'client'),
};

/** Reads named fields right behind the size, even quoted ones that would else pass for referer and user agent. */
function extendedCommonReader(source: Source): LineReader {
  const readTail = trailingFieldsReader(source.trailingFields);
  return (line) => {
    const request = scanClfLine(line, 'client', readNothing);
    if (typeof request === 'string') return request;
    request.layout = 'common';
    request.referer = '';
    request.userAgent = '';
    readTail(line, endOfSize(line), request);
    return request;
  };
}

function readNothing(): void {
  // The fields are read from the size on.
}

/** Position behind `"request" status size`. */
function endOfSize(line: string): number {
  let at = closingQuote(line, line.indexOf('] "') + 3) + 1;
  for (let words = 0; words < 2 && at >= 0; words++) at = line.indexOf(' ', at + 1);
  return at < 0 ? line.length : at;
}
