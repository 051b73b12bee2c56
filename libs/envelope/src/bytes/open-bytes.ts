import { isUtf8 } from 'node:buffer';
import { EnvelopeFailure } from '../envelope-failure.js';
import { type MessageBudget } from '../message-budget.js';
import { otlpRecords } from '../otlp/otlp-protobuf.js';
import { openOtlp } from '../otlp/open-otlp.js';
import { type Piece } from '../piece.js';
import { compressionOf } from './compression-of.js';
import { decompressed } from './decompressed.js';
import { inflateRaw } from './deflate.js';

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
  return beginsLikeText(bytes) || isUtf8(bytes) ? null : headless(bytes, budget);
}

const LOOKED_AT = 8;

/** Whether the first bytes are printable ASCII or white space, as those of every log line are. */
function beginsLikeText(bytes: Uint8Array): boolean {
  const end = Math.min(bytes.length, LOOKED_AT);
  for (let at = 0; at < end; at++) {
    const byte = bytes[at] ?? 0;
    if (byte > 0x7e || (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d)) {
      return false;
    }
  }
  return true;
}

/** A deflate stream without head has no mark either: it is one when all of it decompresses to text. */
function headless(bytes: Uint8Array, budget: MessageBudget): Piece[] | null {
  const before = budget.output;
  const content = decompressed(bytes, inflateRaw, budget);
  if (content instanceof EnvelopeFailure) return content.failure === 'too_long' ? [content] : null;
  if (content.length > 0 && isUtf8(content)) return [content];
  budget.spendOutput(budget.output - before);
  return null;
}
