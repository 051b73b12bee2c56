import { type JsonRecord } from '#libs/traffic';
import { isRecord, ownField, ownList, ownRecord, ownText } from '../json/own-field.js';

/** Lists and maps deeper than this are left out: no attribute needs them. */
const DEEPEST = 16;

/** Attributes in OTLP's JSON (`[{key, value: {stringValue}}]`) as a plain object. */
export function plainAttributes(attributes: readonly unknown[], depth = DEEPEST): JsonRecord {
  const entries = attributes
    .filter(isRecord)
    .map(
      (attribute) =>
        [ownText(attribute, 'key') ?? '', plainValue(ownField(attribute, 'value'), depth)] as const,
    );
  return Object.fromEntries(entries);
}

/** A value in OTLP's JSON (`{stringValue}`, `{intValue}`, …) as the plain JSON it stands for. */
export function plainValue(value: unknown, depth = DEEPEST): unknown {
  if (!isRecord(value) || depth === 0) return null;
  const list = ownRecord(value, 'arrayValue');
  if (list !== undefined) {
    return (ownList(list, 'values') ?? []).map((element) => plainValue(element, depth - 1));
  }
  const map = ownRecord(value, 'kvlistValue');
  if (map !== undefined) return plainAttributes(ownList(map, 'values') ?? [], depth - 1);
  return scalar(value);
}

function scalar(value: JsonRecord): string | number | boolean | null {
  const text = ownField(value, 'stringValue') ?? ownField(value, 'bytesValue');
  if (typeof text === 'string') return text;
  const truth = ownField(value, 'boolValue');
  if (typeof truth === 'boolean') return truth;
  const number = ownField(value, 'intValue') ?? ownField(value, 'doubleValue');
  return typeof number === 'number' || typeof number === 'string' ? plainNumber(number) : null;
}

/** 64-bit integers come as text; those that a number cannot hold stay text. */
export function plainNumber(value: string | number | bigint): string | number {
  const number = Number(value);
  const isExact = !Number.isInteger(number) || Number.isSafeInteger(number);
  return Number.isFinite(number) && isExact ? number : String(value);
}
