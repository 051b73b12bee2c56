import { type Estate, simulateEstate } from '#libs/simulator';
import { type CliContext } from '../cli-context.js';
import { EstateLines } from '../feed/estate-lines.js';
import { FileLines } from '../feed/file-lines.js';
import { type LogFeed } from '../feed/log-feed.js';
import { type ClickHouse, openClickHouse } from '../parts/click-house.js';
import { type KafkaCluster, openKafka } from '../parts/kafka.js';
import { type Parts } from '../parts/with-parts.js';
import { collectSummary } from '../summary/estate-summary.js';
import { type DemoOptions } from './demo-options.js';
import { type DemoResult } from './demo-result.js';
import { judgeWithoutBroker } from './judge-without-broker.js';
import { feedPipeline, startPipeline } from './live-pipeline.js';
import { type Passage } from './passage.js';
import { scoreEstate } from './score-estate.js';
import { tailCommand, whereToLook } from './where-to-look.js';

/** The demo up to its result; every part it started is still running then. */
export async function runDemo(
  context: CliContext,
  parts: Parts,
  options: DemoOptions,
): Promise<{ result: DemoResult; lost: Promise<never> }> {
  const start = performance.now();
  const { terminal } = context;
  terminal.note('Starting a ClickHouse server and a Kafka broker');
  const [clickHouse, kafka] = await Promise.all([
    openClickHouse(context, parts, { throwaway: true }),
    openKafka(context, parts, { throwaway: true, logPartitions: LOG_PARTITIONS }),
  ]);
  const estate = options.input === undefined ? simulateEstate(options) : undefined;
  const passage =
    'advice' in kafka
      ? await judgeWithoutBroker(context, parts, clickHouse, estate, {
          ...options,
          advice: kafka.advice,
        })
      : await judgeLive(context, parts, clickHouse, kafka, {
          options,
          feed: feedOf(estate, options),
        });
  const result = await conclude(clickHouse, passage, estate, options, start);
  return { result, lost: passage.lost };
}

/** One partition keeps the order of event time, so that a demo with the same seed judges at the same instants. */
const LOG_PARTITIONS = 1;

function feedOf(estate: Estate | undefined, options: DemoOptions): LogFeed {
  if (estate !== undefined) return new EstateLines(estate, options);
  return new FileLines(options.input ?? '');
}

async function judgeLive(
  context: CliContext,
  parts: Parts,
  clickHouse: ClickHouse,
  kafka: KafkaCluster,
  { options, feed }: { options: DemoOptions; feed: LogFeed },
): Promise<Passage> {
  const { terminal } = context;
  terminal.note(
    `ClickHouse at ${clickHouse.url}, Kafka at ${kafka.brokers.join(', ')}; starting ingest, analyse and serve`,
  );
  const pipeline = await startPipeline(context, parts, clickHouse, kafka, options.verbose ?? false);
  terminal.note('Feeding the log topic; everything from here on is the product at work');
  const state = await Promise.race([feedPipeline(context, clickHouse, kafka, feed), pipeline.lost]);
  return {
    transport: 'kafka',
    produced: state.produced,
    stored: state.stored,
    published: state.published,
    tail: tailCommand(kafka),
    lost: pipeline.lost,
  };
}

async function conclude(
  clickHouse: ClickHouse,
  passage: Passage,
  estate: Estate | undefined,
  options: DemoOptions,
  start: number,
): Promise<DemoResult> {
  const { store } = clickHouse;
  const summary = await collectSummary(store);
  const score =
    estate === undefined ? null : await scoreEstate(store, summary.clients, estate.labels());
  const { seed, hours, scale, input } = options;
  return {
    source:
      input === undefined
        ? { kind: 'simulator', seed, hours, scale }
        : { kind: 'file', path: input },
    transport: passage.transport,
    seconds: Math.round((performance.now() - start) / 100) / 10,
    produced: passage.produced,
    stored: passage.stored,
    verdicts_published: passage.published,
    ...summary,
    score,
    look: whereToLook(clickHouse, passage.tail),
  };
}
