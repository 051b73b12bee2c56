import { ClickHouseConfig, createLogger, loadConfigs, orExit, runApp } from '#libs/platform';
import { KafkaConfig } from '#libs/stream';
import { FeedConfig } from './feed/feed-config.js';
import { ServeConfig } from './serve-config.js';
import { ServeModule } from './serve.module.js';

const NAME = 'serve';

const config = orExit(NAME, () => {
  const always = { serve: ServeConfig, feed: FeedConfig, clickhouse: ClickHouseConfig };
  return (process.env['KAFKA_BROKERS'] ?? '') === ''
    ? { ...loadConfigs(always, process.env), kafka: null }
    : loadConfigs({ ...always, kafka: KafkaConfig }, process.env);
});
const { serve } = config;
const logger = createLogger(NAME, serve.LOG_LEVEL);

await runApp({
  module: ServeModule.register(config, logger),
  processName: NAME,
  httpHost: serve.HTTP_HOST,
  httpPort: serve.HTTP_PORT,
  logger,
});
