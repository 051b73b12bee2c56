import { type BeforeApplicationShutdown } from '@nestjs/common';
import { type Store } from '#libs/store';
import { type IngestPipeline } from './ingest.pipeline.js';
import { type ProgressReports } from './observe/progress-reports.js';
import { type LogSource } from './source/log-source.js';

/** Runs the pipeline for as long as the process lives. */
export class IngestService implements BeforeApplicationShutdown {
  constructor(
    private readonly pipeline: IngestPipeline,
    private readonly source: LogSource,
    private readonly reports: ProgressReports | null,
    private readonly store: Store,
  ) {}

  /** Resolves when the source has ended and is stored; rejects when it cannot be read or stored. */
  async run(): Promise<void> {
    this.reports?.start();
    try {
      await this.pipeline.run(this.source);
    } finally {
      this.reports?.stop();
    }
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.pipeline.stop();
    await this.store.close();
  }
}
