import { describe, expect, it } from '@jest/globals';
import { undecodableRecords } from './undecodable-records.js';

/** The bytes of a record batch as they come in a fetch response; only the fields that are read are set. */
function batch(fields: { magic?: number; lastOffsetDelta?: number; count?: number }): Buffer {
  const before = 100;
  const response = Buffer.alloc(before + 65);
  const header = response.subarray(before);
  header.writeInt8(fields.magic ?? 2, 16);
  header.writeInt32BE(fields.lastOffsetDelta ?? 2, 23);
  header.writeInt32BE(fields.count ?? 3, 57);
  return header.subarray(61);
}

describe('undecodableRecords', () => {
  it('makes one record with the reason for each that was in the batch', () => {
    const records = undecodableRecords(batch({}), 'zstd: broken');
    expect(records?.toString().match(/wherefore-undecodable/g)).toHaveLength(3);
    expect(records?.toString().match(/zstd: broken/g)).toHaveLength(3);
  });

  it('caps the reason', () => {
    const [short, long] = [10, 10_000].map((length) =>
      undecodableRecords(batch({ count: 1, lastOffsetDelta: 0 }), 'x'.repeat(length)),
    );
    expect(long?.length).toBeLessThan((short?.length ?? 0) + 200);
  });

  it('makes nothing out of bytes that are no record batch', () => {
    expect(undecodableRecords(batch({ magic: 1 }), 'x')).toBeUndefined();
    expect(undecodableRecords(batch({ count: 0 }), 'x')).toBeUndefined();
    expect(undecodableRecords(batch({ count: -5 }), 'x')).toBeUndefined();
    expect(undecodableRecords(batch({ count: 4 }), 'x')).toBeUndefined();
    expect(
      undecodableRecords(batch({ count: 2_000_000, lastOffsetDelta: 2_000_000 }), 'x'),
    ).toBeUndefined();
    const alone = new Uint8Array(20);
    expect(undecodableRecords(Buffer.from(alone.buffer), 'x')).toBeUndefined();
  });
});
