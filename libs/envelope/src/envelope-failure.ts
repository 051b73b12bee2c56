/**
 * Why a part of a message holds no item for a parser.
 *
 * - `undecodable`: compressed bytes that are damaged or cut short.
 * - `too_long`: more comes out than the limits allow, or more items than are taken from one message.
 * - `partial_line`: a container runtime cut the line and the rest is in another message.
 * - `skipped:message`: the envelope's own message (a control record, an empty batch), never a request.
 */
export type EnvelopeFailureReason = 'undecodable' | 'too_long' | 'partial_line' | 'skipped:message';

/** A part of a message from which no item could be had, with its bytes, so that nothing is lost. */
export class EnvelopeFailure {
  constructor(
    readonly failure: EnvelopeFailureReason,
    readonly bytes: Uint8Array,
  ) {}
}
