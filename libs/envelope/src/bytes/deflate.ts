import { gunzipSync, inflateRawSync, inflateSync, type ZlibOptions } from 'node:zlib';
import { type Decompress } from './decompressed.js';

/** One or several gzip members; zeros behind them are padding (tape blocks, preallocated files). */
export const gunzip: Decompress = (compressed, most) =>
  gunzipSync(compressed, { maxOutputLength: most });

/** The zlib format of RFC 1950, which HTTP calls `deflate`. */
export const inflate: Decompress = (compressed, most) =>
  wholly(compressed, inflateSync(compressed, told(most)) as unknown as WithEngine);

/** A deflate stream of RFC 1951 without any head. */
export const inflateRaw: Decompress = (compressed, most) =>
  wholly(compressed, inflateRawSync(compressed, told(most)) as unknown as WithEngine);

/** What the `info` option adds, which the types do not know. */
interface WithEngine {
  readonly buffer: Buffer;
  readonly engine: { readonly bytesWritten: number };
}

function wholly(compressed: Uint8Array, { buffer, engine }: WithEngine): Uint8Array {
  if (engine.bytesWritten < compressed.length)
    throw new Error('bytes behind the end of the stream');
  return buffer;
}

function told(maxOutputLength: number): ZlibOptions {
  return { maxOutputLength, info: true };
}
