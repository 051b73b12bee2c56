import { Buffer } from 'node:buffer';
import { EventBlock } from '#libs/store';

const WEEK_MS = 7 * 86_400_000;
const ROWS = 5_000;

/** A block of rows that looks at each before it takes it; its memory serves again when it is emptied. */
export class CheckedBlock {
  #vocabulary;
  #block;
  rows = 0;
  /** Of them, how many were known by their bytes. */
  knownRows = 0;

  constructor(vocabulary) {
    this.#vocabulary = vocabulary;
    this.empty();
  }

  /** Encodes and empties it when it has grown to some thousand rows. */
  emptyIfFull() {
    if (this.rows < ROWS) return;
    this.bytes();
    this.empty();
  }

  empty() {
    this.#block = new EventBlock('fuzz', 0, WEEK_MS, this.#vocabulary, this.#block);
    this.rows = 0;
    this.knownRows = 0;
  }

  add(line) {
    check(line);
    this.#block.add(line);
    this.rows += 1;
  }

  addKnown(position, source, known) {
    if (!Number.isFinite(known.eventTime)) throw new Error(`an event at ${known.eventTime}`);
    this.#block.addKnown(position, source, known);
    this.rows += 1;
    this.knownRows += 1;
  }

  /** As they would be sent. */
  bytes() {
    return Buffer.concat(this.#block.encode(0).chunks);
  }
}

/** Either an event with a client and a real time, or a reject that says why. */
function check(line) {
  if (line.kind === 'reject') {
    if (line.reason === '') throw new Error('a reject without a reason');
    return;
  }
  const { clientAddress, eventTime, urlPathTemplate } = line.event;
  if (clientAddress === '') throw new Error('an event without a client');
  if (!Number.isFinite(eventTime)) throw new Error(`an event at ${eventTime}`);
  if (urlPathTemplate.length > 256) throw new Error('a path template of more than 256 characters');
}
