import { appendFile, readFile } from 'node:fs/promises';
import { type OutboxRow } from './outbox-row.js';
import { type VerdictSink } from './verdict-sink.js';

/** Writes verdict changes as NDJSON lines `{sequence, key, value}`; `value` is null for a lifted verdict. */
export class FileSink implements VerdictSink {
  readonly name: string;
  readonly #path: string;
  #lastSequence = 0;

  constructor(path: string) {
    this.name = `file:${path}`;
    this.#path = path;
  }

  async open(): Promise<void> {
    const text = await readFile(this.#path, 'utf8').catch(() => '');
    const lastLine = text.trimEnd().split('\n').at(-1) ?? '';
    if (lastLine !== '') this.#lastSequence = (JSON.parse(lastLine) as OutboxRow).sequence;
  }

  async publish(rows: readonly OutboxRow[]): Promise<void> {
    const fresh = rows.filter(({ sequence }) => sequence > this.#lastSequence);
    await appendFile(this.#path, fresh.map(lineOf).join(''));
    this.#lastSequence = fresh.at(-1)?.sequence ?? this.#lastSequence;
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function lineOf({ sequence, messageKey, change, message }: OutboxRow): string {
  const value: unknown = change === 'lifted' ? null : JSON.parse(message);
  return `${JSON.stringify({ sequence, key: messageKey, value })}\n`;
}
