import { describe, expect, it } from '@jest/globals';
import { createEnricher, loadReferenceData } from '#libs/reference';
import { EventBlock } from '#libs/store';
import { KnownPieces } from './known/known-pieces.js';
import { createRecordParser } from './record-parser.js';

const LINE =
  '192.0.2.1 - jane@shop.example [22/Nov/2026:22:00:00 +0100] "GET /a HTTP/1.1" 200 5 "-" "a"';
const APPENDED = Date.UTC(2026, 10, 22, 22, 1);

/** The reasons of what a message is rejected for, behind a directive that names these fields. */
function rejects(value: string, fields: readonly string[]): readonly string[] {
  const enrich = createEnricher(loadReferenceData());
  const known = new KnownPieces(enrich);
  const keyedHash = (text: string): string => text.slice(0, 1);
  const source = { name: 's', format: 'auto' } as const;
  const parse = createRecordParser(source, { keyedHash, enrich, known });
  const place = { topic: 't', partition: 0, offset: 0, appendTime: APPENDED };
  const block = new EventBlock('t', 0, APPENDED, known.vocabulary);
  return parse({ ...place, value: Buffer.from(value), context: { fields } }, place, block);
}

describe(createRecordParser.name, () => {
  it('reads the lines behind a directive as it says, usual ones too', () => {
    const fields =
      'date time c-ip x-edge-location cs-method cs-uri-stem cs-uri-query sc-status x-country time-taken'.split(
        ' ',
      );
    for (const value of [LINE, `${LINE}\n${LINE}`]) {
      expect(rejects(value, [])).toEqual([]);
      expect(new Set(rejects(value, fields))).toEqual(new Set(['missing_field:event_time']));
    }
  });
});
