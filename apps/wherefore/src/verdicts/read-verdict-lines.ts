import { type Store, visitorExport, type VisitorRow } from '#libs/store';
import { type VerdictLine, verdictLine } from './verdict-line.js';

/** Addresses read at a time: some tens of megabytes with their evidence. */
const ADDRESSES_A_PART = 20_000;

/** Every visitor key with what is thought of it, in memory that does not grow with the log. `addresses`: how many there are. */
export async function* readVerdictLines(
  store: Store,
  addresses: number,
): AsyncGenerator<VerdictLine> {
  const parts = Math.max(1, Math.ceil(addresses / ADDRESSES_A_PART));
  for (let part = 0; part < parts; part++) {
    const rows = await store.query<VisitorRow>(visitorExport, { parts, part });
    for (const row of rows) yield verdictLine(row);
  }
}
