import { ClickHouseError } from '@clickhouse/client';
import { describe, expect, it } from '@jest/globals';

import { storeErrorOf } from './store-error-of.js';
import { StoreQueryError } from './store-query-error.js';
import { StoreSchemaError } from './store-schema-error.js';
import { StoreUnavailableError } from './store-unavailable-error.js';

const answer = (code: number): ClickHouseError =>
  new ClickHouseError({ message: 'no', code: String(code), type: 'SOME_TYPE' });

describe('storeErrorOf', () => {
  it.each([159, 202, 209, 210, 241, 242, 243, 246, 252])(
    'takes %d for a passing trouble',
    (code) => {
      const error = storeErrorOf(answer(code), 'insert');
      expect(error).toBeInstanceOf(StoreUnavailableError);
      expect(error.retriable).toBe(true);
    },
  );

  it.each([16, 47, 60, 81])('takes %d for another schema', (code) => {
    expect(storeErrorOf(answer(code), 'query')).toBeInstanceOf(StoreSchemaError);
  });

  it.each([27, 62, 164, 497, 516])('takes %d for a refusal', (code) => {
    const error = storeErrorOf(answer(code), 'query');
    expect(error).toBeInstanceOf(StoreQueryError);
    expect(error).toMatchObject({ retriable: false, cause: expect.any(ClickHouseError) });
    expect(error.message).toContain(`SOME_TYPE ${code} (query): no`);
  });

  it('takes silence for a passing trouble', () => {
    const refused = Object.assign(new Error('connect'), { code: 'ECONNREFUSED' });
    expect(storeErrorOf(refused, 'ping')).toBeInstanceOf(StoreUnavailableError);
    expect(storeErrorOf('Timeout error.', 'ping')).toBeInstanceOf(StoreUnavailableError);
  });

  it('leaves its own errors as they are, and keeps long answers short', () => {
    const own = new StoreSchemaError('x');
    expect(storeErrorOf(own, 'query')).toBe(own);
    expect(storeErrorOf(new Error('y'.repeat(50_000)), 'query').message.length).toBeLessThan(2_000);
  });
});
