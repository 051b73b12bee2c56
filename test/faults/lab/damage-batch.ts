import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

/** Where things lie in a record batch (format v2): https://kafka.apache.org/documentation/#recordbatch */
const LENGTH_AT = 8;
const OVERHEAD = 12;
const ATTRIBUTES_LOW_BYTE_AT = 22;
const RECORDS_AT = 61;

/** What is done to the batch; none of it corrects the checksum. */
export type Damage = 'a changed byte in the line' | 'an unknown codec' | 'a wrong record length';

/**
 * Damages the record batch that contains `marker` in the first segment of a partition, on the disk of a broker that is not
 * running.
 */
export async function damageBatch(
  brokerDir: string,
  topic: string,
  marker: string,
  damage: Damage,
): Promise<void> {
  const file = join(brokerDir, 'log', `${topic}-0`, '00000000000000000000.log');
  const segment = await readFile(file);
  const batch = batchWith(segment, Buffer.from(marker));
  switch (damage) {
    case 'a changed byte in the line':
      flip(batch, batch.indexOf(marker));
      break;
    case 'an unknown codec':
      batch[ATTRIBUTES_LOW_BYTE_AT] = (batch[ATTRIBUTES_LOW_BYTE_AT] ?? 0) | 0x07;
      break;
    case 'a wrong record length':
      flip(batch, RECORDS_AT);
      break;
  }
  await writeFile(file, segment);
}

function batchWith(segment: Buffer, marker: Buffer): Buffer {
  for (let at = 0; at + OVERHEAD < segment.length;) {
    const end = at + OVERHEAD + segment.readInt32BE(at + LENGTH_AT);
    const batch = segment.subarray(at, end);
    if (batch.includes(marker)) return batch;
    at = end;
  }
  throw new Error(`no record batch has ${marker.toString()}`);
}

function flip(bytes: Buffer, at: number): void {
  bytes[at] = (bytes[at] ?? 0) ^ 0x15;
}
