import {
  canonicalRequest,
  type CanonicalRequest,
  createRequestReader,
  type LogFormatName,
  type LogItem,
  type RejectReason,
} from '#libs/traffic';
import { formatsOfCase } from './case-formats.js';
import { type ConformanceCase } from './conformance-case.js';
import { messageItems } from './message-items.js';

/** What was made of a case, as the scoring program wants it. */
export type CaseReading =
  | { readonly id: string; readonly format: LogFormatName; readonly canonical: CanonicalRequest }
  | { readonly id: string; readonly error: string };

/** `case`: in the formats of the case's folder, one after the other. */
export type CaseFormat = LogFormatName | 'auto' | 'case';

/** Reads a case's message in the given format; of several requests in it the first counts. */
export function readCase(one: ConformanceCase, format: CaseFormat): CaseReading {
  const items = messageItems(Buffer.from(one.raw, 'utf8'));
  if (typeof items === 'string') return { id: one.id, error: items };
  let error = '';
  for (const name of format === 'case' ? formatsToTry(one) : [format]) {
    const reading = firstRequest(items, name);
    if (typeof reading !== 'string') return { id: one.id, ...reading };
    error ||= reading;
  }
  return { id: one.id, error };
}

function formatsToTry(one: ConformanceCase): readonly (LogFormatName | 'auto')[] {
  const formats = formatsOfCase(one.format);
  return formats.length === 0 ? ['auto'] : formats;
}

function firstRequest(
  items: readonly LogItem[],
  format: LogFormatName | 'auto',
): { format: LogFormatName; canonical: CanonicalRequest } | RejectReason {
  const read = createRequestReader({ name: 'case', format });
  const context = { fields: [] };
  let rejected: RejectReason = 'empty';
  for (const item of items) {
    const result = read(item, context);
    if (typeof result !== 'string')
      return { format: result.format, canonical: canonicalRequest(result.request) };
    if (rejected === 'empty' || rejected === 'skipped:directive') rejected = result;
  }
  return rejected;
}
