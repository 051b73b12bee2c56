import { createWriteStream, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { type Estate, strengthsByQuestion, type Visitor } from '#libs/intent';
import { type AddressVisitors } from '../visitors/read-moved-visitors.js';

/**
 * Writes down every reason seen about every visitor a cycle judged, whatever came of it, as NDJSON:
 * `{type, key, address, requests, strengths}`. Weights are fitted to it. A visitor has a line for each cycle.
 */
export class EvidenceFile {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async write(visitors: readonly AddressVisitors[], estate: Estate): Promise<void> {
    const stream = createWriteStream(this.#path, { flags: 'a', mode: 0o600 });
    for (const { address, agents } of visitors) {
      for (const visitor of [address, ...agents]) put(stream, visitor, estate);
    }
    stream.end();
    await finished(stream);
  }
}

function put(stream: WriteStream, visitor: Visitor, estate: Estate): void {
  const { keyType: type, key, address, requests } = visitor.features;
  const strengths = strengthsByQuestion(visitor, estate);
  stream.write(`${JSON.stringify({ type, key, address, requests, strengths })}\n`);
}
