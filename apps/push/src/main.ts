import { createLogger, orExit, reportToParent, runApp } from '#libs/platform';
import { loadSettings } from './load-settings.js';
import { checkPush } from './push-check.js';
import { checkPartsOf, PushModule } from './push.module.js';

const NAME = 'push';

const settings = orExit(NAME, () => loadSettings(process.env));
const { config } = settings;
const logger = createLogger(NAME, config.LOG_LEVEL);
const options = { ...settings, logger };

await runApp({
  module: PushModule.register(options),
  processName: NAME,
  httpHost: config.HTTP_HOST,
  httpPort: config.HTTP_PORT,
  logger,
  ...(config.PUSH_MODE === 'check' && {
    work: (app) =>
      checkPush(
        checkPartsOf((token) => app.get(token), options),
        (checked) => {
          reportToParent({ ...checked });
        },
      ),
  }),
});
