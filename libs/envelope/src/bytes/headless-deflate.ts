import { isUtf8 } from 'node:buffer';
import { type MessageBudget } from '../message-budget.js';
import { otlpRecords } from '../otlp/otlp-protobuf.js';
import { compressionOf } from './compression-of.js';
import { inflateRaw } from './deflate.js';

const LOOKED_AT = 8;

/** Logs compress 5 to 20 times; what is only tried must not cost much more than it is long. */
const MOST_RATIO = 64;

/**
 * What a deflate stream without head holds, or null. It has no mark either: bytes that begin like no text
 * are one when all of them decompress, and to something that is known.
 */
export function headlessDeflate(bytes: Uint8Array, budget: MessageBudget): Uint8Array | null {
  if (beginsLikeText(bytes) || !budget.allowsGuess || isUtf8(bytes)) return null;
  const most = Math.min(budget.output, bytes.length * MOST_RATIO);
  if (most < 1) return null;
  const content = inflatedOrNull(bytes, most);
  if (content !== null) budget.spendOutput(content.length);
  if (content !== null && isKnown(content)) return content;
  budget.countWrongGuess();
  return null;
}

function inflatedOrNull(bytes: Uint8Array, most: number): Uint8Array | null {
  try {
    return inflateRaw(bytes, most);
  } catch {
    return null;
  }
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
