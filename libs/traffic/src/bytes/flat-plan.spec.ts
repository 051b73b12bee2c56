import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { jsonLogFormats } from '../json-log-formats.js';
import { type JsonRecord } from '../json-record.js';
import { type Source } from '../source.js';
import { flatPlanOf, TOLD_BY_VALUE } from './flat-plan.js';

/** Keys whose values are looked at for one thing alone: whether they are nested, which none in a flat object is. */
const NESTED = ['request', 'httpRequest', 'attributes', 'http', 'url'];

/** What a key of a flat object may say; undefined where there is no such key. */
type Teller = (key: string) => unknown;

const told: fc.Arbitrary<Teller> = fc.func(
  fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    {
      weight: 1,
      arbitrary: fc.constantFrom<unknown>('', 'x', '-', 'request_logging', 'LTM', 7, true, null),
    },
    { weight: 1, arbitrary: fc.constantFrom('FrontDoorAccessLog', 'ApplicationGatewayAccessLog') },
  ),
);

/** An object that has whatever keys it is asked for, as far as they are told. */
function recordOf(tell: Teller, read: (key: string) => void): JsonRecord {
  const tellOf = (key: string | symbol): unknown => tell(String(key));
  return new Proxy<Record<string, unknown>>(
    {},
    {
      has: (_, key) => tellOf(key) !== undefined,
      get: (_, key) => {
        if (tellOf(key) !== undefined) read(String(key));
        return tellOf(key);
      },
      getOwnPropertyDescriptor: (_, key) =>
        tellOf(key) === undefined ? undefined : { value: tellOf(key), configurable: true },
    },
  );
}

/** The formats that take an object for theirs. */
const formatsOf = (tell: Teller, read: (key: string) => void = () => undefined): string[] =>
  jsonLogFormats
    .filter(({ recognises }) => recognises(recordOf(tell, read)))
    .map(({ name }) => name);

describe('flatPlanOf', () => {
  it('may tell formats by the keys alone, but for those that are told by a value', () => {
    fc.assert(
      fc.property(told, (tell) => {
        const others: Teller = (key) => (TOLD_BY_VALUE.includes(key) ? undefined : tell(key));
        const emptied: Teller = (key) => (others(key) === undefined ? undefined : '');
        expect(formatsOf(others)).toEqual(formatsOf(emptied));
      }),
      { numRuns: 1_000 },
    );
  });

  // Fails for a new format that looks at a value: its key belongs into TOLD_BY_VALUE, or above if it is asked whether it is nested.
  it('knows every key whose value a format looks at', () => {
    const read = new Set<string>();
    fc.assert(
      fc.property(told, (tell) => {
        formatsOf(
          (key) => (TOLD_BY_VALUE.includes(key) ? undefined : tell(key)),
          (key) => read.add(key),
        );
      }),
      { numRuns: 1_000 },
    );
    expect([...read].toSorted()).toEqual(NESTED.toSorted());
  });

  it.each(TOLD_BY_VALUE)('makes no plan where %s may tell the format', (key) => {
    const auto: Source = { name: 's', format: 'auto' };
    expect(flatPlanOf(auto, ['msec', 'remote_addr', key])).toBeNull();
    expect(flatPlanOf(auto, ['msec', 'remote_addr'])?.format).toBe('nginx_json');
    expect(flatPlanOf({ ...auto, format: 'nginx_json' }, ['msec', key])).not.toBeNull();
  });
});
