import { once } from 'node:events';
import { type FeedResponse } from '../access/feed-request.js';

/** So many items are written at a time, that others get their turn between. */
const CHUNK = 2_000;

/** Sends the head of an answer: JSON that nobody may store, transform or compress, since bouncers cannot read that. */
export function jsonHead(response: FeedResponse): void {
  response.statusCode = 200;
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.setHeader('Cache-Control', 'no-store, no-transform');
}

/** Writes an object of lists, piece by piece. Resolves when the last piece was handed to the system; false where the reader has left. */
export async function writeLists(
  response: FeedResponse,
  lists: Readonly<Record<string, readonly object[]>>,
): Promise<boolean> {
  jsonHead(response);
  let separator = '{';
  for (const [name, items] of Object.entries(lists)) {
    response.write(`${separator}"${name}":[`);
    separator = ',';
    for (let at = 0; at < items.length && !response.destroyed; at += CHUNK) {
      const piece = items.slice(at, at + CHUNK).map((item) => JSON.stringify(item));
      const isFull = !response.write(`${at === 0 ? '' : ','}${piece.join(',')}`);
      if (isFull) await Promise.race([once(response, 'drain'), once(response, 'close')]);
    }
    response.write(']');
  }
  if (response.destroyed) return false;
  const ended = new Promise<boolean>((resolve) => {
    response.once('finish', () => {
      resolve(true);
    });
    response.once('close', () => {
      resolve(response.writableFinished);
    });
  });
  response.end('}');
  return ended;
}
