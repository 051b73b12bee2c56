import { BinaryWriter, WireType } from '@bufbuild/protobuf/wire';

/** Plain JSON as attributes and bodies of OTLP have it. */
type PlainValue =
  string | number | boolean | readonly PlainValue[] | { readonly [key: string]: PlainValue };

type Write = (writer: BinaryWriter) => void;

/** One record to be exported. */
export interface RecordToExport {
  readonly timeUnixNano?: string;
  readonly body?: PlainValue;
  readonly attributes?: Readonly<Record<string, PlainValue>>;
  readonly resource?: Readonly<Record<string, PlainValue>>;
}

/** An `ExportLogsServiceRequest` in protobuf, as an exporter writes it. */
export function otlpProtobuf(records: readonly RecordToExport[]): Buffer {
  const request = message((logs) => {
    for (const record of records) {
      inside(logs, 1, (resourceLogs) => {
        inside(resourceLogs, 1, (resource) => {
          writeAttributes(resource, 1, record.resource ?? {});
        });
        inside(resourceLogs, 2, (scopeLogs) => {
          inside(scopeLogs, 1, (scope) => scope.tag(1, WireType.LengthDelimited).string('specs'));
          inside(scopeLogs, 2, (logRecord) => {
            writeRecord(logRecord, record);
          });
        });
      });
    }
  });
  return Buffer.from(request);
}

/** The same request as JSON. */
export function otlpJson(records: readonly RecordToExport[]): string {
  return JSON.stringify({
    resourceLogs: records.map(({ timeUnixNano, body, attributes, resource }) => ({
      resource: { attributes: jsonAttributes(resource ?? {}) },
      scopeLogs: [
        {
          scope: { name: 'specs' },
          logRecords: [
            {
              timeUnixNano,
              body: body === undefined ? undefined : jsonValue(body),
              attributes: jsonAttributes(attributes ?? {}),
            },
          ],
        },
      ],
    })),
  });
}

function message(write: Write): Uint8Array {
  const writer = new BinaryWriter();
  write(writer);
  return writer.finish();
}

function inside(writer: BinaryWriter, field: number, write: Write): void {
  writer.tag(field, WireType.LengthDelimited).bytes(message(write));
}

function writeRecord(writer: BinaryWriter, record: RecordToExport): void {
  if (record.timeUnixNano !== undefined) {
    writer.tag(1, WireType.Bit64).fixed64(record.timeUnixNano);
  }
  const { body } = record;
  if (body !== undefined) {
    inside(writer, 5, (value) => {
      writeValue(value, body);
    });
  }
  writeAttributes(writer, 6, record.attributes ?? {});
}

function writeAttributes(
  writer: BinaryWriter,
  field: number,
  attributes: Readonly<Record<string, PlainValue>>,
): void {
  for (const [key, value] of Object.entries(attributes)) {
    inside(writer, field, (pair) => {
      pair.tag(1, WireType.LengthDelimited).string(key);
      inside(pair, 2, (anyValue) => {
        writeValue(anyValue, value);
      });
    });
  }
}

function writeValue(writer: BinaryWriter, value: PlainValue): void {
  if (typeof value === 'string') writer.tag(1, WireType.LengthDelimited).string(value);
  else if (typeof value === 'boolean') writer.tag(2, WireType.Varint).bool(value);
  else if (typeof value === 'number') writeNumber(writer, value);
  else if (Array.isArray(value)) writeList(writer, value as readonly PlainValue[]);
  else {
    inside(writer, 6, (map) => {
      writeAttributes(map, 1, value as Readonly<Record<string, PlainValue>>);
    });
  }
}

function writeNumber(writer: BinaryWriter, value: number): void {
  if (Number.isInteger(value)) writer.tag(3, WireType.Varint).int64(value);
  else writer.tag(4, WireType.Bit64).double(value);
}

function writeList(writer: BinaryWriter, values: readonly PlainValue[]): void {
  inside(writer, 5, (list) => {
    for (const value of values) {
      inside(list, 1, (element) => {
        writeValue(element, value);
      });
    }
  });
}

function jsonAttributes(attributes: Readonly<Record<string, PlainValue>>): object[] {
  return Object.entries(attributes).map(([key, value]) => ({ key, value: jsonValue(value) }));
}

function jsonValue(value: PlainValue): object {
  if (typeof value === 'string') return { stringValue: value };
  if (typeof value === 'boolean') return { boolValue: value };
  if (typeof value === 'number') {
    return Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value };
  }
  if (Array.isArray(value)) {
    return { arrayValue: { values: (value as readonly PlainValue[]).map(jsonValue) } };
  }
  const map = value as Readonly<Record<string, PlainValue>>;
  return { kvlistValue: { values: jsonAttributes(map) } };
}
