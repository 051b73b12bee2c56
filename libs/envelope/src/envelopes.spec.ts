import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRequestReader } from '#libs/traffic';
import { EnvelopeFailure } from './envelope-failure.js';
import { unwrap } from './unwrap.js';

const ENVELOPES = join(import.meta.dirname, '../../../../shared/formats/envelopes');

interface Envelope {
  readonly name: string;
  readonly value_utf8: string;
}

const read = createRequestReader({ name: 'specs', format: 'auto' });

/** Of one visitor's one request; producers log different parts of it. */
const COMMON = {
  client: '203.0.113.9',
  method: 'GET',
};

function requestsIn(message: Uint8Array): object[] {
  return unwrap(message).map((item) => {
    const result = item instanceof EnvelopeFailure ? item.failure : read(item, { fields: [] });
    return typeof result === 'string' ? { rejected: result } : result.request;
  });
}

/** How many requests the envelopes hold that hold more than one. */
const SEVERAL: Readonly<Record<string, number>> = {
  ndjson_batch: 2,
  json_array_batch: 2,
  azure_records: 2,
  otlp_json_batch: 2,
};

if (existsSync(ENVELOPES)) {
  const lines = readFileSync(join(ENVELOPES, 'envelopes.jsonl'), 'utf8').trim().split('\n');
  const envelopes = lines.map((line) => JSON.parse(line) as Envelope);

  describe('the envelopes of third parties', () => {
    const plain = requestsIn(Buffer.from(envelopes[0]?.value_utf8 ?? ''));

    it.each(envelopes.map((envelope) => [envelope.name, envelope.value_utf8] as const))(
      '%s',
      (name, value) => {
        const requests = requestsIn(Buffer.from(value));
        expect(requests).toHaveLength(SEVERAL[name] ?? 1);
        for (const request of requests) expect(request).toMatchObject(COMMON);
        const isSameLine = value.includes('203.0.113.9 - - ');
        if (isSameLine) expect(requests[0]).toEqual(plain[0]);
        expect(requests[0]).toMatchObject({ eventTime: Date.UTC(2026, 10, 22, 22), status: 200 });
      },
    );

    it('ndjson_batch.gz', () => {
      const requests = requestsIn(readFileSync(join(ENVELOPES, 'ndjson_batch.gz')));
      const batch = envelopes.find(({ name }) => name === 'ndjson_batch')?.value_utf8 ?? '';
      expect(requests).toEqual(requestsIn(Buffer.from(batch)));
    });
  });
} else {
  console.warn(`Skipped: no envelopes of third parties at ${ENVELOPES}.`);
  it.skip('opens the envelopes of third parties (../shared/formats is absent)', () => undefined);
}
