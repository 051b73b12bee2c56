import { EnvelopeFailure } from '../envelope-failure.js';
import { type MessageBudget } from '../message-budget.js';
import { openOtlp } from '../otlp/open-otlp.js';
import { otlpRecords } from '../otlp/otlp-protobuf.js';
import { type Piece } from '../piece.js';
import { compressionOf } from './compression-of.js';
import { decompressed } from './decompressed.js';
import { headlessDeflate } from './headless-deflate.js';

/** What binary bytes hold; null where they are text, or nothing that is known. */
export function openBytes(bytes: Uint8Array, budget: MessageBudget): Piece[] | null {
  const decompress = compressionOf(bytes);
  if (decompress !== null) return [decompressed(bytes, decompress, budget)];
  const records = otlpRecords(bytes);
  if (records instanceof EnvelopeFailure) return [records];
  if (records !== null) {
    budget.spendParsed(bytes.length);
    return records.map(openOtlp);
  }
  const content = headlessDeflate(bytes, budget);
  return content === null ? null : [content];
}
