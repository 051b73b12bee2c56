import { type JsonRecord } from '#libs/traffic';
import { isRecord, ownField, ownList, ownRecord, ownText } from '../json/own-field.js';
import { type Piece } from '../piece.js';
import { openOtlp } from './open-otlp.js';
import { plainAttributes, plainValue } from './plain-value.js';
import { type OtlpRecord } from './otlp-record.js';

/** An export request of OTLP logs as JSON: `resourceLogs[].scopeLogs[].logRecords[]`. */
export function openOtlpBatch(batch: JsonRecord): Piece[] | null {
  if (listOf(batch, 'resourceLogs') === undefined) return null;
  return records(batch, 'resourceLogs').flatMap((resourceLogs) => {
    const resource = attributesOf(recordOf(resourceLogs, 'resource'));
    return records(resourceLogs, 'scopeLogs').flatMap((scopeLogs) => {
      const scope = scopeOf(recordOf(scopeLogs, 'scope'));
      const logRecords = records(scopeLogs, 'logRecords');
      return logRecords.map((record) => openOtlp(otlpRecord(record, scope, resource)));
    });
  });
}

function otlpRecord(record: JsonRecord, scope: JsonRecord, resource: JsonRecord): OtlpRecord {
  return {
    timeUnixNano: timeOf(record, 'timeUnixNano'),
    observedTimeUnixNano: timeOf(record, 'observedTimeUnixNano'),
    severityText: textOf(record, 'severityText'),
    eventName: textOf(record, 'eventName'),
    traceId: textOf(record, 'traceId').toLowerCase(),
    attributes: attributesOf(record),
    body: plainValue(ownField(record, 'body')),
    scope,
    resource,
  };
}

function scopeOf(scope: JsonRecord | undefined): JsonRecord {
  if (scope === undefined) return {};
  return { ...attributesOf(scope), name: textOf(scope, 'name') };
}

function attributesOf(record: JsonRecord | undefined): JsonRecord {
  return plainAttributes(record === undefined ? [] : (ownList(record, 'attributes') ?? []));
}

function timeOf(record: JsonRecord, key: string): string {
  const time = ownField(record, key) ?? ownField(record, snakeCase(key));
  const text = typeof time === 'number' && Number.isFinite(time) ? BigInt(Math.trunc(time)) : time;
  return typeof text === 'string' || typeof text === 'bigint' ? nonZero(String(text)) : '';
}

function nonZero(time: string): string {
  return /^[1-9]\d{0,19}$/.test(time) ? time : '';
}

function textOf(record: JsonRecord, key: string): string {
  return ownText(record, key) ?? ownText(record, snakeCase(key)) ?? '';
}

function records(record: JsonRecord, key: string): JsonRecord[] {
  return (listOf(record, key) ?? []).filter(isRecord);
}

function listOf(record: JsonRecord, key: string): readonly unknown[] | undefined {
  return ownList(record, key) ?? ownList(record, snakeCase(key));
}

function recordOf(record: JsonRecord, key: string): JsonRecord | undefined {
  return ownRecord(record, key) ?? ownRecord(record, snakeCase(key));
}

/** Protobuf's own names, which parsers of its JSON accept too. */
function snakeCase(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
