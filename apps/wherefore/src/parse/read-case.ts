import { EnvelopeFailure, unwrap, type UnwrappedItem } from '#libs/envelope';
import {
  canonicalRequest,
  type CanonicalRequest,
  createRequestReader,
  type LogFormatName,
} from '#libs/traffic';
import { formatsOfCase } from './case-formats.js';
import { type ConformanceCase } from './conformance-case.js';

/** What was made of a case, as the scoring program wants it. */
export type CaseReading =
  | { readonly id: string; readonly format: LogFormatName; readonly canonical: CanonicalRequest }
  | { readonly id: string; readonly error: string };

/** `case`: in the formats of the case's folder, one after the other. */
export type CaseFormat = LogFormatName | 'auto' | 'case';

/** Reads a case's message in the given format; of several requests in it the first counts. */
export function readCase(one: ConformanceCase, format: CaseFormat): CaseReading {
  const items = unwrap(Buffer.from(one.raw, 'utf8'));
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
  items: readonly UnwrappedItem[],
  format: LogFormatName | 'auto',
): { format: LogFormatName; canonical: CanonicalRequest } | string {
  const read = createRequestReader({ name: 'case', format });
  const context = { fields: [] };
  let rejected = '';
  for (const item of items) {
    const result = item instanceof EnvelopeFailure ? item.failure : read(item, context);
    if (typeof result !== 'string')
      return { format: result.format, canonical: canonicalRequest(result.request) };
    if (rejected === '' || rejected === 'empty' || rejected === 'skipped:directive')
      rejected = result;
  }
  return rejected;
}
