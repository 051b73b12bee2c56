/**
 * Where the pieces of a line stand, and what its numbers are: an address, an HTTP request for a path, a status, a size,
 * referer and user agent. A piece that is not there has its end where it starts.
 */
export class LinePieces {
  addressStart = 0;
  addressEnd = 0;
  userStart = 0;
  userEnd = 0;
  /** Milliseconds since the epoch. */
  time = 0;
  methodStart = 0;
  methodEnd = 0;
  pathStart = 0;
  pathEnd = 0;
  queryStart = 0;
  queryEnd = 0;
  /** Place among `USUAL_VERSIONS`. */
  version = 0;
  status = 0;
  /** -1 where none is told. */
  size = 0;
  refererStart = 0;
  refererEnd = 0;
  agentStart = 0;
  agentEnd = 0;
}

/** The protocol versions that are told by their place here; the last stands for none. */
export const USUAL_VERSIONS: readonly string[] = ['1.0', '1.1', '2', ''];

export const NO_VERSION = 3;

/** ` HTT` and `P/1.` or `P/2.` as they lie in memory. */
const SPACE_HTT = 0x54544820;
const P_SLASH_1 = 0x2e312f50;
const P_SLASH_2 = 0x2e322f50;
const ZERO = 48;

/** The place among them of ` HTTP/1.1` and its kin that begin at a space; -1 for others. */
export function usualVersionAt(words: DataView, bytes: Uint8Array, space: number): number {
  if (words.getInt32(space, true) !== SPACE_HTT) return -1;
  const major = words.getInt32(space + 4, true);
  const minor = (bytes[space + 8] ?? 0) - ZERO;
  if (major === P_SLASH_1) return minor === 0 || minor === 1 ? minor : -1;
  return major === P_SLASH_2 && minor === 0 ? 2 : -1;
}
