import { createLogger, orExit, reportToParent, runApp, type RunAppOptions } from '#libs/platform';
import { loadSettings } from './load-settings.js';
import { checkPush } from './push-check.js';
import { type PushConfig } from './push-config.js';
import { releaseTargets } from './push-release.js';
import { checkPartsOf, PushModule } from './push.module.js';

const NAME = 'push';

/** What ends by itself; without it the process pushes until it is stopped. */
const WORK: Readonly<Partial<Record<PushConfig['PUSH_MODE'], RunAppOptions['work']>>> = {
  check: (app) =>
    checkPush(
      checkPartsOf((token) => app.get(token)),
      tell,
    ),
  release: (app) => {
    const { targets, clock } = checkPartsOf((token) => app.get(token));
    return releaseTargets(targets, clock, tell);
  },
};

function tell(report: { readonly type: string }): void {
  reportToParent({ ...report });
}

const settings = orExit(NAME, () => loadSettings(process.env));
const { config } = settings;
const logger = createLogger(NAME, config.LOG_LEVEL);
const work = WORK[config.PUSH_MODE];

await runApp({
  module: PushModule.register({ ...settings, logger }),
  processName: NAME,
  httpHost: config.HTTP_HOST,
  httpPort: config.HTTP_PORT,
  logger,
  ...(work !== undefined && { work }),
});
