import { createHash } from 'node:crypto';
import { logLine, simulateEstate } from '#libs/simulator';
import { EventLog, type Store, type StoredLine } from '#libs/store';
import { createLineParser } from '#libs/traffic';
import { batchOf } from './log-rows.js';

const APPENDED_AT = Date.UTC(2026, 5, 4, 12);
const BATCH = 5_000;

/** Three simulated hours of a small estate, parsed: some 17,000 lines with every kind of attack. */
export function simulatedLines(): StoredLine[] {
  const start = Date.UTC(2026, 5, 3, 9);
  const estate = simulateEstate({ seed: 11, start, hours: 3, scale: 0.05 });
  const parse = createLineParser({ name: 'simulator', format: 'auto' }, (value) =>
    createHash('sha256').update(value).digest('hex').slice(0, 16),
  );
  return Array.from(estate.requests(), (request, offset) => {
    const position = { topic: 'logs', partition: 0, offset, index: 0, appendTime: APPENDED_AT };
    const line = logLine(request);
    return { position, source: 'simulator', raw: line, ...parse(line) };
  });
}

/** Stores the lines in the order given, as one partition of a topic. */
export async function storeLines(store: Store, lines: readonly StoredLine[]): Promise<void> {
  const log = new EventLog(store, { monotonicNow: () => performance.now() });
  for (let start = 0; start < lines.length; start += BATCH) {
    const rows = lines.slice(start, start + BATCH).map((line, i) => at(start + i, line));
    await log.append(batchOf(rows));
  }
}

function at(offset: number, line: StoredLine): StoredLine {
  return { ...line, position: { ...line.position, offset } };
}
