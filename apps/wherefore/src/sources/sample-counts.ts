import { isHarmless } from './reject-advice.js';
import { type ReadRecord } from '../parse/record-reader.js';

/** Of all records of a sample: how many were read, as what, and what became of the others. */
export class SampleCounts {
  records = 0;
  events = 0;
  /** Records that would be dead letters. */
  rejected = 0;
  readonly formats = new Map<string, number>();
  readonly clients = new Map<string, number>();
  readonly redactions = new Map<string, number>();
  readonly reasons = new Map<string, number>();

  add({ reading }: ReadRecord): void {
    this.records++;
    if (reading.kind === 'reject') {
      count(this.reasons, reading.reason);
      if (!isHarmless(reading.reason)) this.rejected++;
      return;
    }
    this.events++;
    count(this.formats, reading.format);
    count(this.clients, reading.explain().client.from);
    for (const redaction of reading.event.redactions) count(this.redactions, redaction);
  }

  toJSON(): object {
    const { records, events, rejected, formats, clients, redactions, reasons } = this;
    return {
      records,
      events,
      rejected,
      formats: Object.fromEntries(formats),
      clients: Object.fromEntries(clients),
      redactions: Object.fromEntries(redactions),
      reject_reasons: Object.fromEntries(reasons),
    };
  }
}

function count(counts: Map<string, number>, name: string): void {
  counts.set(name, (counts.get(name) ?? 0) + 1);
}
