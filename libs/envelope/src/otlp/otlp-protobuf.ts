import { type BinaryReader, WireType } from '@bufbuild/protobuf/wire';
import { type JsonRecord } from '#libs/traffic';
import { EnvelopeFailure } from '../envelope-failure.js';
import { type OtlpRecord } from './otlp-record.js';
import { NotProtobuf, readFields } from './protobuf-fields.js';
import {
  lengthDelimited,
  plainAnyValue,
  plainObject,
  textField,
  TooManyValues,
  ValueCount,
} from './protobuf-value.js';

/** Longest request that is read; the collector's Kafka exporter sends 1 MB by default. */
const LONGEST = 32 * 1024 * 1024;

/** Field 1 with a length is the only field of a request. As text it would be a line feed. */
const FIRST_BYTE = 0x0a;

/** What a record weighs among the values of a request. */
const RECORD_VALUES = 10;

/**
 * The records of an export request of OTLP logs in protobuf (`ExportLogsServiceRequest` and `LogsData` are
 * alike), null where the bytes are none. https://github.com/open-telemetry/opentelemetry-proto
 */
export function otlpRecords(bytes: Uint8Array): OtlpRecord[] | EnvelopeFailure | null {
  if (bytes[0] !== FIRST_BYTE || bytes.length > LONGEST) return null;
  try {
    const count = new ValueCount();
    return requestFields(bytes, 1, ONLY_RESOURCE_LOGS).flatMap((resourceLogs) =>
      resourceRecords(resourceLogs, count),
    );
  } catch (error) {
    return error instanceof TooManyValues ? new EnvelopeFailure('too_long', bytes) : null;
  }
}

const ONLY_RESOURCE_LOGS = [1];
const RESOURCE_LOGS_FIELDS = [1, 2, 3, 1000];

/** The messages in one field; text that happens to begin like a request has fields that none has. */
function requestFields(bytes: Uint8Array, wanted: number, known: readonly number[]): Uint8Array[] {
  const messages: Uint8Array[] = [];
  readFields(bytes, (field, reader, wireType) => {
    if (!known.includes(field)) throw new NotProtobuf();
    const message = lengthDelimited(reader, wireType);
    if (field === wanted) messages.push(message);
  });
  return messages;
}

function resourceRecords(bytes: Uint8Array, count: ValueCount): OtlpRecord[] {
  const [resourceBytes] = requestFields(bytes, 1, RESOURCE_LOGS_FIELDS);
  const resource =
    resourceBytes === undefined ? {} : plainObject(messagesOf(resourceBytes, 1), count);
  return requestFields(bytes, 2, RESOURCE_LOGS_FIELDS).flatMap((scopeLogs) =>
    scopeRecords(scopeLogs, resource, count),
  );
}

function scopeRecords(bytes: Uint8Array, resource: JsonRecord, count: ValueCount): OtlpRecord[] {
  const [scopeBytes] = messagesOf(bytes, 1);
  const scope = scopeBytes === undefined ? {} : scopeOf(scopeBytes, count);
  return messagesOf(bytes, 2).map((record) => {
    count.add(RECORD_VALUES);
    return otlpRecord(record, scope, resource, count);
  });
}

function scopeOf(bytes: Uint8Array, count: ValueCount): JsonRecord {
  let name = '';
  readFields(bytes, (field, reader, wireType) => {
    if (field === 1) name = textField(reader, wireType);
  });
  return { ...plainObject(messagesOf(bytes, 3), count), name };
}

type MutableRecord = { -readonly [Key in keyof OtlpRecord]: OtlpRecord[Key] };

function otlpRecord(
  bytes: Uint8Array,
  scope: JsonRecord,
  resource: JsonRecord,
  count: ValueCount,
): OtlpRecord {
  const record: MutableRecord = {
    timeUnixNano: '',
    observedTimeUnixNano: '',
    severityText: '',
    eventName: '',
    traceId: '',
    attributes: plainObject(messagesOf(bytes, 6), count),
    body: null,
    scope,
    resource,
  };
  readFields(bytes, (field, reader, wireType) => {
    RECORD_FIELDS[field]?.(record, reader, wireType, count);
  });
  return record;
}

type RecordField = (
  record: MutableRecord,
  reader: BinaryReader,
  wireType: WireType,
  count: ValueCount,
) => void;

/** By field number of `LogRecord`, opentelemetry/proto/logs/v1/logs.proto. */
const RECORD_FIELDS: Readonly<Record<number, RecordField>> = {
  1: (record, reader, wireType) => {
    record.timeUnixNano = timeField(reader, wireType);
  },
  3: (record, reader, wireType) => {
    record.severityText = textField(reader, wireType);
  },
  5: (record, reader, wireType, count) => {
    record.body = plainAnyValue(lengthDelimited(reader, wireType), count);
  },
  9: (record, reader, wireType) => {
    record.traceId = Buffer.from(lengthDelimited(reader, wireType)).toString('hex');
  },
  11: (record, reader, wireType) => {
    record.observedTimeUnixNano = timeField(reader, wireType);
  },
  12: (record, reader, wireType) => {
    record.eventName = textField(reader, wireType);
  },
};

function timeField(reader: BinaryReader, wireType: WireType): string {
  if (wireType !== WireType.Bit64) throw new NotProtobuf();
  const time = String(reader.fixed64());
  return time === '0' ? '' : time;
}

/** The messages in one field of a message that may have others. */
function messagesOf(bytes: Uint8Array, wanted: number): Uint8Array[] {
  const messages: Uint8Array[] = [];
  readFields(bytes, (field, reader, wireType) => {
    if (field === wanted) messages.push(lengthDelimited(reader, wireType));
  });
  return messages;
}
