import { isUtf8 } from 'node:buffer';
import { base64Bytes } from '../bytes/base64-bytes.js';
import { compressionOf } from '../bytes/compression-of.js';
import { headlessDeflate } from '../bytes/headless-deflate.js';
import { type MessageBudget } from '../message-budget.js';
import { otlpRecords } from '../otlp/otlp-protobuf.js';
import { decodeText } from './decode-text.js';

/** What a base64 text stands for, where that is compressed, text with words, OTLP or base64; else null. */
export function base64Content(text: string, budget: MessageBudget): Uint8Array | null {
  const bytes = base64Bytes(text);
  if (bytes === null) return null;
  if (compressionOf(bytes) !== null || isLog(bytes) || otlpRecords(bytes) !== null) return bytes;
  return headlessDeflate(bytes, budget);
}

/** Log lines are text, and have spaces, tabs or braces; a long word that is base64 by chance has not. */
function isLog(bytes: Uint8Array): boolean {
  if (!isUtf8(bytes) || bytes.some(isControl)) return false;
  const text = decodeText(bytes);
  return /[ \t{]/.test(text) || BASE64_LINES.test(text);
}

/** One text in four billion is of the alphabet by chance. */
const BASE64_LINES = /^[\w+/=\r\n-]{16,}$/;

function isControl(byte: number): boolean {
  return byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d;
}
