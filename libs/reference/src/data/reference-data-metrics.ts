import { type Clock, type MetricsRegistry } from '#libs/platform';
import { Gauge } from 'prom-client';
import { type ReferenceData } from './reference-data.js';

/** What Prometheus is told of the reference data in force: how old, how large, which files are not used. */
export class ReferenceDataMetrics {
  readonly #age: Gauge<'data'>;

  constructor(
    registry: MetricsRegistry,
    private readonly data: ReferenceData,
    private readonly clock: Clock,
  ) {
    const registers = [registry];
    this.#age = new Gauge({
      name: 'wherefore_reference_data_age_seconds',
      help: 'Time since the day or instant the reference data in force are of',
      labelNames: ['data'],
      registers,
      collect: () => {
        this.#collectAge();
      },
    });
    const entries = new Gauge({
      name: 'wherefore_reference_data_entries',
      help: 'Ranges, prefixes or patterns of the reference data in force',
      labelNames: ['data'],
      registers,
    });
    for (const { name, entries: count } of data.sets) entries.set({ data: name }, count);
    new Gauge({
      name: 'wherefore_reference_data_refused_files',
      help: 'Files of REFERENCE_DATA_DIR that cannot be used',
      registers,
    }).set(data.refused.length);
  }

  #collectAge(): void {
    for (const { name, date } of this.data.sets)
      this.#age.set({ data: name }, (this.clock.now() - Date.parse(date)) / 1_000);
  }
}
