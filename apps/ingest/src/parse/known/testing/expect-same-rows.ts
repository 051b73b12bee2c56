import { expect } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createEnricher, loadReferenceData } from '#libs/reference';
import { EventBlock } from '#libs/store';
import { type Source } from '#libs/traffic';
import { createRecordParser } from '../../record-parser.js';
import { KnownPieces } from '../known-pieces.js';

const CASES = join(import.meta.dirname, '../../../../../../test/cases');
const APPENDED = Date.UTC(2026, 10, 22, 22, 1);
const WEEK_MS = 7 * 86_400_000;
const keyedHash = (value: string): string =>
  createHmac('sha256', 'usual lines').update(value).digest('hex').slice(0, 16);
const enrich = createEnricher(loadReferenceData());

type Messages = readonly (Buffer | string)[];
type NativeBlock = ReturnType<EventBlock['encode']>;

/** Counts the rows that are known by their bytes. */
class CountingBlock extends EventBlock {
  knownRows = 0;

  override addKnown(...row: Parameters<EventBlock['addKnown']>): void {
    super.addKnown(...row);
    this.knownRows += 1;
  }
}

/** Reads messages into a block, as often as it is called. */
function reader(source: Source, messages: Messages): (used?: EventBlock) => CountingBlock {
  const known = new KnownPieces(enrich);
  const parse = createRecordParser(source, { keyedHash, enrich, known });
  return (used) => {
    const block = new CountingBlock('t', 3, WEEK_MS, known.vocabulary, used);
    for (const [offset, value] of messages.entries()) {
      const place = { topic: 't', partition: 3, offset, appendTime: APPENDED };
      parse({ offset, appendTime: APPENDED, value }, place, block);
    }
    return block;
  };
}

/** The rows of messages as they are sent to ClickHouse. */
export const encoded = (source: Source, messages: Messages): NativeBlock =>
  reader(source, messages)().encode(0);

/** How many of the lines, a message each, are known by their bytes. */
export const knownRows = (source: Source, lines: readonly string[]): number =>
  reader(
    source,
    lines.map((line) => Buffer.from(line)),
  )().knownRows;

/** An identity that says nothing: lines are read as text. */
export const asText = (source: Source): Source => ({ identity: {}, ...source });

export const bytesOf = ({ chunks }: NativeBlock): Buffer => Buffer.concat(chunks);

/** One line a message, as bytes. */
export const asMessages = (lines: readonly string[]): readonly Messages[] => [
  lines.map((line) => Buffer.from(line)),
];

/** One line a message and all in one, as bytes and as text. */
const inEveryWay = (lines: readonly string[]): readonly Messages[] => [
  ...asMessages(lines),
  lines,
  [lines.join('\n')],
  [Buffer.from(lines.join('\n'))],
];

/** Lines known by their bytes make the very rows that they make as text, in whatever messages they come. */
export function expectSameRows(
  source: Source,
  lines: readonly string[],
  waysOf: (lines: readonly string[]) => readonly Messages[] = inEveryWay,
): void {
  for (const way of waysOf(lines)) {
    const reference = encoded(asText(source), way);
    const read = reader(source, way);
    const block = read();
    const found = block.encode(0);
    expect(found.columns).toEqual(reference.columns);
    expect(bytesOf(found).equals(bytesOf(reference))).toBe(true);
    // Once more: every piece is known now, and the block takes over the memory of the one before.
    expect(bytesOf(read(block).encode(0)).equals(bytesOf(reference))).toBe(true);
  }
}

/** The lines of every golden case of the parser, with their source. */
export const goldenCases = readdirSync(CASES)
  .filter((name) => name.startsWith('traffic-'))
  .map((name): [name: string, source: Source, lines: readonly string[]] => {
    const folder = join(CASES, name);
    const settings = existsSync(join(folder, 'source.json'))
      ? (JSON.parse(readFileSync(join(folder, 'source.json'), 'utf8')) as Partial<Source>)
      : {};
    const lines = readFileSync(join(folder, 'input.log'), 'utf8').split('\n');
    return [name, { name, format: 'auto', ...settings }, lines];
  });
