import { createLogger, orExit, runApp } from '#libs/platform';
import { loadIngestSettings } from './config/ingest-settings.js';
import { IngestModule } from './ingest.module.js';
import { IngestService } from './ingest.service.js';

const NAME = 'ingest';

/** The ingest process, from its environment to its end. */
export async function runIngest(environment: NodeJS.ProcessEnv): Promise<void> {
  const settings = orExit(NAME, () => loadIngestSettings(environment));
  const { ingest } = settings;
  const logger = createLogger(NAME, ingest.LOG_LEVEL);
  await runApp({
    module: IngestModule.register(settings, logger),
    processName: NAME,
    httpHost: ingest.HTTP_HOST,
    httpPort: ingest.HTTP_PORT,
    logger,
    work: (app) => app.get(IngestService).run(),
  });
}
