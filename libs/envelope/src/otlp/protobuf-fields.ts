import { BinaryReader, type WireType } from '@bufbuild/protobuf/wire';

/** Reads the value of one field, or leaves it where it is to be skipped. */
export type FieldReader = (field: number, reader: BinaryReader, wireType: WireType) => void;

/** Bytes that are no protobuf message of the kind expected. */
export class NotProtobuf extends Error {}

/** Reads the fields of one message in order. Throws where the bytes are none. */
export function readFields(bytes: Uint8Array, read: FieldReader): void {
  const reader = new BinaryReader(bytes);
  while (reader.pos < reader.len) {
    const [field, wireType] = reader.tag();
    const start = reader.pos;
    read(field, reader, wireType);
    if (reader.pos === start) reader.skip(wireType, field);
    if (reader.pos > reader.len) throw new NotProtobuf();
  }
}
