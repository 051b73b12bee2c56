import { canonicalAddress } from '../canonical-address.js';
import { detailsOf } from '../details-of.js';
import { type RawRequest } from '../raw-request.js';
import { type Source } from '../source.js';
import { unescapeHashes } from './hash-escapes.js';

/** Reads the captured headers of a line, block by block, each a list of values in the order of the configuration. */
export type CaptureReader = (blocks: readonly (readonly string[])[], request: RawRequest) => void;

/**
 * A reader for the headers a source captures. HAProxy does not log their names; where the source does not
 * tell them either, only a browser's user agent and a list of addresses are taken for what they look like.
 */
export function captureReader(source: Source): CaptureReader {
  const { request: requestNames = [], response: responseNames = [] } = source.capturedHeaders ?? {};
  if (requestNames.length > 0) {
    const names = requestNames.map((name) => name.toLowerCase());
    return (blocks, request) => {
      for (const [index, name] of names.entries()) keep(name, blocks[0]?.[index] ?? '', request);
    };
  }
  // A source that captures headers of responses only writes one block, which is theirs.
  return responseNames.length > 0 ? keepNothing : guess;
}

function keepNothing(): void {
  // Headers of responses say nothing about the visitor.
}

function keep(name: string, logged: string, request: RawRequest): void {
  const value = unescapeHashes(logged);
  if (value === '' || value === '-') return;
  const details = detailsOf(request);
  details.headers = new Map(details.headers).set(name, value);
  if (name === 'host') request.host = value;
  else if (name === 'user-agent') request.userAgent = value;
  else if (name === 'referer') request.referer = value;
  else if (name === 'x-forwarded-for') request.forwardedFor = value;
  else if (name === 'x-request-id') request.requestId = value;
}

function guess(blocks: readonly (readonly string[])[], request: RawRequest): void {
  for (const logged of blocks[0] ?? []) {
    const value = unescapeHashes(logged);
    if (value.startsWith('Mozilla/')) request.userAgent ||= value;
    else if (isAddressList(value)) request.forwardedFor ||= value;
  }
}

function isAddressList(value: string): boolean {
  if (value.length < 2 || value.length > 1024) return false;
  return value.split(',').every((hop) => canonicalAddress(hop.trim()) !== '');
}
