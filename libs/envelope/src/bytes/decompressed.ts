import { EnvelopeFailure } from '../envelope-failure.js';
import { type MessageBudget } from '../message-budget.js';

/** Turns compressed bytes into at most `most` bytes; throws what says why not. */
export type Decompress = (compressed: Uint8Array, most: number) => Uint8Array;

/** More would come out of compressed bytes than may. */
export class TooMuchOutput extends RangeError {}

/** What comes out of compressed bytes, or why nothing does. */
export function decompressed(
  compressed: Uint8Array,
  decompress: Decompress,
  budget: MessageBudget,
): Uint8Array | EnvelopeFailure {
  if (budget.output < 1) return new EnvelopeFailure('too_long', compressed);
  try {
    const bytes = decompress(compressed, budget.output);
    budget.spendOutput(bytes.length);
    return bytes;
  } catch (error) {
    budget.countFailure();
    return new EnvelopeFailure(isTooMuch(error) ? 'too_long' : 'undecodable', compressed);
  }
}

function isTooMuch(error: unknown): boolean {
  if (error instanceof TooMuchOutput) return true;
  return isCoded(error) && error.code === 'ERR_BUFFER_TOO_LARGE';
}

function isCoded(error: unknown): error is { readonly code: unknown } {
  return typeof error === 'object' && error !== null && 'code' in error;
}
