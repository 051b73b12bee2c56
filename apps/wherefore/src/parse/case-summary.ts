import { percent } from '../terminal/numbers.js';
import { table } from '../summary/table.js';
import { formatsOfCase } from './case-formats.js';
import { type ConformanceCase } from './conformance-case.js';
import { type CaseReading } from './read-case.js';

interface FolderCount {
  cases: number;
  read: number;
  right: number;
  readonly asOther: Set<string>;
}

/** How many lines of each folder of cases were read, and in the folder's own format. */
export class CaseSummary {
  readonly #folders = new Map<string, FolderCount>();

  add(one: ConformanceCase, reading: CaseReading): void {
    const count = this.#folders.get(one.format) ?? emptyCount();
    this.#folders.set(one.format, count);
    count.cases++;
    if ('canonical' in reading) count.read++;
    if (isRight(one, reading)) count.right++;
    else count.asOther.add('canonical' in reading ? reading.format : reading.error);
  }

  /** A table for people, with a last row that sums up. */
  render(): string {
    const rows = [...this.#folders].sort(([a], [b]) => (a < b ? -1 : 1));
    const all = emptyCount();
    for (const [, { cases, read, right }] of rows) {
      all.cases += cases;
      all.read += read;
      all.right += right;
    }
    return table(
      ['folder', 'cases', 'read', 'right format', 'share', 'else taken for'],
      [...rows, ['all', all] as const].map(([name, { cases, read, right, asOther }]) => [
        name,
        String(cases),
        String(read),
        String(right),
        percent(cases === 0 ? null : right / cases),
        [...asOther].join(', '),
      ]),
    );
  }
}

const emptyCount = (): FolderCount => ({ cases: 0, read: 0, right: 0, asOther: new Set() });

/** A line that is no request is right when it is refused. */
function isRight({ format, quality }: ConformanceCase, reading: CaseReading): boolean {
  if (!('canonical' in reading)) return quality === 'primary-negative';
  return formatsOfCase(format).includes(reading.format);
}
