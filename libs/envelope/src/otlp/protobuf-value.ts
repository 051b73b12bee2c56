import { type BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { type JsonRecord } from '#libs/traffic';
import { decodeText } from '../text/decode-text.js';
import { plainNumber } from './plain-value.js';
import { NotProtobuf, readFields } from './protobuf-fields.js';

/** Lists and maps deeper than this are left out: no attribute needs them. */
const DEEPEST = 16;

/** More values than any request has, and what fits into memory: some 200 MiB. */
const MOST_VALUES = 2_000_000;

/** More values than are read from one request. */
export class TooManyValues extends RangeError {}

/** The values read from one request so far. */
export class ValueCount {
  #values = 0;

  add(values: number): void {
    this.#values += values;
    if (this.#values > MOST_VALUES) throw new TooManyValues();
  }
}

/** The bytes of a field that has a length; throws where it has none. */
export function lengthDelimited(reader: BinaryReader, wireType: WireType): Uint8Array {
  if (wireType !== WireType.LengthDelimited) throw new NotProtobuf();
  return reader.bytes();
}

/** Text of a field; bytes that are no UTF-8 as `\xNN`. */
export function textField(reader: BinaryReader, wireType: WireType): string {
  return decodeText(lengthDelimited(reader, wireType));
}

/** A list of `KeyValue` messages as a plain object. */
export function plainObject(
  pairs: readonly Uint8Array[],
  count: ValueCount,
  depth = DEEPEST,
): JsonRecord {
  count.add(pairs.length);
  return Object.fromEntries(pairs.map((pair) => keyValue(pair, count, depth)));
}

function keyValue(bytes: Uint8Array, count: ValueCount, depth: number): readonly [string, unknown] {
  let key = '';
  let value: unknown = null;
  readFields(bytes, (field, reader, wireType) => {
    if (field === 1) key = textField(reader, wireType);
    else if (field === 2) value = plainAnyValue(lengthDelimited(reader, wireType), count, depth);
  });
  return [key, value];
}

/** An `AnyValue` message as the plain JSON it stands for. */
export function plainAnyValue(bytes: Uint8Array, count: ValueCount, depth = DEEPEST): unknown {
  if (depth === 0) return null;
  let value: unknown = null;
  readFields(bytes, (field, reader, wireType) => {
    const read = READERS[field];
    if (read === undefined) return;
    if (read.wireType !== wireType) throw new NotProtobuf();
    value = read.value(reader, count, depth);
  });
  return value;
}

interface ValueReader {
  readonly wireType: WireType;
  readonly value: (reader: BinaryReader, count: ValueCount, depth: number) => unknown;
}

/** By field number of `AnyValue`, opentelemetry/proto/common/v1/common.proto. */
const READERS: Readonly<Record<number, ValueReader>> = {
  1: {
    wireType: WireType.LengthDelimited,
    value: (reader) => decodeText(reader.bytes()),
  },
  2: { wireType: WireType.Varint, value: (reader) => reader.bool() },
  3: { wireType: WireType.Varint, value: (reader) => plainNumber(reader.int64()) },
  4: { wireType: WireType.Bit64, value: (reader) => plainDouble(reader.double()) },
  5: {
    wireType: WireType.LengthDelimited,
    value: (reader, count, depth) => {
      const values = repeated(reader.bytes());
      count.add(values.length);
      return values.map((value) => plainAnyValue(value, count, depth - 1));
    },
  },
  6: {
    wireType: WireType.LengthDelimited,
    value: (reader, count, depth) => plainObject(repeated(reader.bytes()), count, depth - 1),
  },
  7: {
    wireType: WireType.LengthDelimited,
    value: (reader) => Buffer.from(reader.bytes()).toString('base64'),
  },
};

/** Infinite numbers are text in JSON. */
function plainDouble(value: number): number | string {
  return Number.isFinite(value) ? value : String(value);
}

/** The `values` of an `ArrayValue` or a `KeyValueList`. */
function repeated(bytes: Uint8Array): Uint8Array[] {
  const values: Uint8Array[] = [];
  readFields(bytes, (field, reader, wireType) => {
    if (field === 1) values.push(lengthDelimited(reader, wireType));
  });
  return values;
}
