import { appendFile, readFile } from 'node:fs/promises';
import { type OutboxRow } from './outbox.js';
import { type VerdictSink } from './verdict-sink.js';

/** Writes verdict changes as NDJSON lines `{sequence, key, value}`; `value` is null for a lifted verdict. */
export class FileSink implements VerdictSink {
  readonly #path: string;

  constructor(path: string) {
    this.#path = path;
  }

  async open(): Promise<number> {
    const text = await readFile(this.#path, 'utf8').catch(() => '');
    const lastLine = text.trimEnd().split('\n').at(-1) ?? '';
    if (lastLine === '') return 0;
    return (JSON.parse(lastLine) as { sequence: number }).sequence;
  }

  async publish(rows: readonly OutboxRow[]): Promise<void> {
    await appendFile(this.#path, rows.map(lineOf).join(''));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}

function lineOf({ sequence, messageKey, change, message }: OutboxRow): string {
  const value: unknown = change === 'lifted' ? null : JSON.parse(message);
  return `${JSON.stringify({ sequence, key: messageKey, value })}\n`;
}
