import { type Store } from '../store.js';
import { type AppendDay, appendDays } from './append-days.js';
import { type DuplicatedRows, duplicatedRows } from './duplicated-rows.js';
import { chainSums, daySums, type LogSums } from './log-sums.js';
import { type PartitionAudit } from './partition-audit.js';
import { isWhole, partitionSums } from './partition-sums.js';

interface AuditedDay {
  readonly rows: number;
  readonly sums: readonly LogSums[];
}

/**
 * Checks that the stored log of each Kafka partition is a chain without hole or double: count against distinct identities, first
 * to last against the offsets between. It remembers the days it has seen, so a second run costs the days that changed.
 * Writers may go on meanwhile: what a day looks like while another is read is looked at again before it counts.
 */
export class LogAudit {
  readonly #store: Pick<Store, 'query'>;
  readonly #days = new Map<string, AuditedDay>();

  constructor(store: Pick<Store, 'query'>) {
    this.#store = store;
  }

  /** @throws StoreUnavailableError, StoreSchemaError or StoreQueryError */
  async run(): Promise<PartitionAudit[]> {
    const days = await this.#store.query<AppendDay>(appendDays);
    const present = new Set(days.map(({ day }) => day));
    for (const known of this.#days.keys()) if (!present.has(known)) this.#days.delete(known);
    for (const { day, rows } of days) {
      if (this.#days.get(day)?.rows === rows) continue;
      const sums = await this.#store.query<LogSums>(daySums, { day });
      this.#days.set(day, { rows: sums.reduce((total, one) => total + one.rows, 0), sums });
    }
    const audits: PartitionAudit[] = [];
    for (const sums of partitionSums([...this.#days.values()].map((day) => day.sums)))
      audits.push(isWhole(sums) ? whole(sums) : await this.#lookInto(sums));
    return audits;
  }

  async #lookInto({ topic, partition, ...suspect }: LogSums): Promise<PartitionAudit> {
    const chain = { topic, partition };
    const [now = { ...chain, ...suspect }] = await this.#store.query<LogSums>(chainSums, chain);
    if (isWhole(now)) return whole(now);
    const doubled = await this.#store.query<DuplicatedRows>(duplicatedRows, chain);
    const doubledOffsets = doubled.reduce((total, day) => total + day.messages, 0);
    return {
      ...whole(now),
      duplicatedRows: doubled.reduce((total, { rows }) => total + rows, 0),
      missingOffsets: Math.max(0, now.last - now.first + 1 - (now.accounted - doubledOffsets)),
      duplicatedDays: doubled.map(({ day }) => day),
    };
  }
}

const whole = ({ topic, partition, rows, first, last }: LogSums): PartitionAudit => ({
  topic,
  partition,
  rows,
  first,
  tail: last + 1,
  duplicatedRows: 0,
  missingOffsets: 0,
  duplicatedDays: [],
});
