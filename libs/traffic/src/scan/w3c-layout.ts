import { type W3cColumn, w3cColumn } from './w3c-columns.js';
import { type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { type W3cDialect, W3cRecord } from './w3c-record.js';
import { isQuoted, unquotedWord } from './w3c-words.js';

/** Which column holds what, made once for all entries under the same header. */
export class W3cLayout {
  readonly size: number;
  private readonly columns: readonly (W3cColumn | undefined)[];

  constructor(fields: readonly string[]) {
    this.size = fields.length;
    this.columns = fields.map(w3cColumn);
  }

  /** Reads an entry; words beyond the last column are passed over. */
  read(words: readonly string[], dialect: W3cDialect, logDate: string): RawRequest | RejectReason {
    const record = new W3cRecord(dialect);
    const count = Math.min(words.length, this.size);
    for (let index = 0; index < count; index++) {
      const column = this.columns[index];
      if (column !== undefined) readWord(record, column, words[index] ?? '', dialect);
    }
    return record.finish(logDate);
  }
}

function readWord(record: W3cRecord, column: W3cColumn, word: string, dialect: W3cDialect): void {
  const quoted = isQuoted(word);
  const text = quoted ? unquotedWord(word) : word;
  if (text === '' || text === '-') return;
  record.encoding = quoted ? 'none' : dialect.encoding;
  column(record, text);
  record.encoding = dialect.encoding;
}
