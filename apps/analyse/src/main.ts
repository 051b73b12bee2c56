import {
  ClickHouseConfig,
  createLogger,
  loadConfigs,
  orExit,
  reportToParent,
  runApp,
} from '#libs/platform';
import { type Recount } from '#libs/enforcement';
import { KafkaConfig } from '#libs/stream';
import { AnalyseConfig } from './analyse-config.js';
import { AnalyseModule } from './analyse.module.js';
import { AnalysisRunner } from './analysis-runner.js';
import { VerdictRecount } from './recount/recount-verdicts.js';
import { readToldFiles } from './told-files.js';

const NAME = 'analyse';

const config = orExit(NAME, () => {
  const wantsKafka = (process.env['VERDICT_SINK'] ?? 'kafka') === 'kafka';
  const shared = { analyse: AnalyseConfig, clickhouse: ClickHouseConfig };
  return wantsKafka
    ? loadConfigs({ ...shared, kafka: KafkaConfig }, process.env)
    : { ...loadConfigs(shared, process.env), kafka: null };
});
const { analyse } = config;
const told = orExit(NAME, () => readToldFiles(analyse));
const logger = createLogger(NAME, analyse.LOG_LEVEL);

const report = (recount: Recount): void => {
  reportToParent({ type: 'recount', recount });
};

await runApp({
  module: AnalyseModule.register(analyse, config.clickhouse, config.kafka, logger, told),
  processName: NAME,
  httpHost: analyse.HTTP_HOST,
  httpPort: analyse.HTTP_PORT,
  logger,
  ...(analyse.ANALYSIS_MODE === 'once' && { work: (app) => app.get(AnalysisRunner).tick() }),
  ...(analyse.ANALYSIS_MODE === 'recount' && {
    work: (app) => app.get(VerdictRecount).run(report),
  }),
});
