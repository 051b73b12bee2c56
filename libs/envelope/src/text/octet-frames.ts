import { OneText } from '../piece.js';

/**
 * The messages of a text in which each is preceded by its length in bytes (RFC 6587, octet counting), or
 * null. Where the only count does not fit, for bytes were replaced on the way, it is taken off nonetheless.
 */
export function octetFrames(text: string): OneText[] | null {
  if (!COUNT.test(text)) return null;
  const bytes = Buffer.from(text);
  const frames: OneText[] = [];
  for (let at = 0; at < bytes.length;) {
    const count = COUNT.exec(bytes.toString('latin1', at, at + LONGEST_COUNT))?.[0] ?? '';
    const start = at + count.length;
    const end = start + Number.parseInt(count, 10);
    if (count === '' || end > bytes.length) return [new OneText(text.replace(COUNT, ''))];
    frames.push(new OneText(bytes.toString('utf8', start, end)));
    at = bytes[end] === 10 ? end + 1 : end;
  }
  return frames;
}

/** A count that a priority follows. */
const COUNT = /^[1-9]\d{0,6} (?=<\d)/;
const LONGEST_COUNT = 10;
