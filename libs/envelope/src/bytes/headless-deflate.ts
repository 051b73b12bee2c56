import { isUtf8 } from 'node:buffer';
import { EnvelopeFailure } from '../envelope-failure.js';
import { type MessageBudget } from '../message-budget.js';
import { otlpRecords } from '../otlp/otlp-protobuf.js';
import { compressionOf } from './compression-of.js';
import { decompressed } from './decompressed.js';
import { inflateRaw } from './deflate.js';

const LOOKED_AT = 8;

/**
 * What a deflate stream without head holds, or null. It has no mark either: bytes that begin like no text
 * are one when all of them decompress, and to something that is known.
 */
export function headlessDeflate(
  bytes: Uint8Array,
  budget: MessageBudget,
): Uint8Array | EnvelopeFailure | null {
  if (beginsLikeText(bytes) || isUtf8(bytes)) return null;
  const before = budget.output;
  const content = decompressed(bytes, inflateRaw, budget);
  if (content instanceof EnvelopeFailure) return content.failure === 'too_long' ? content : null;
  if (isKnown(content)) return content;
  budget.spendOutput(budget.output - before);
  return null;
}

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

function isKnown(content: Uint8Array): boolean {
  if (content.length === 0) return false;
  return isUtf8(content) || compressionOf(content) !== null || otlpRecords(content) !== null;
}
