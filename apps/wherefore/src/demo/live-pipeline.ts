import { setTimeout } from 'node:timers/promises';
import { type CliContext } from '../cli-context.js';
import { type LogFeed } from '../feed/log-feed.js';
import { TopicFeed } from '../feed/feed-topic.js';
import { DEMO_HASH_KEY } from '../hash-key.js';
import { type ClickHouse } from '../parts/click-house.js';
import { type KafkaCluster } from '../parts/kafka.js';
import { type Parts } from '../parts/with-parts.js';
import { type AppProcess } from '../processes/app-process.js';
import { startApp } from '../processes/start-app.js';
import { lookAtPipeline, type PipelineState, storing, judging } from './live-progress.js';

const LOOK_MS = 400;
/** Quiet for so long, the log counts as complete and its last step is judged. */
const IDLE_MS = 3_000;
const INTERVAL_MS = 500;

export interface LivePipeline {
  readonly apps: readonly AppProcess[];
  /** Rejects when a part ends by itself; never resolves. */
  readonly lost: Promise<never>;
}

/** Starts ingest, analyse and serve on a real broker and a real database, and resolves when they listen. */
export async function startPipeline(
  context: CliContext,
  parts: Parts,
  clickHouse: ClickHouse,
  kafka: KafkaCluster,
  verbose: boolean,
): Promise<LivePipeline> {
  const common = { ...clickHouse.env, ...kafka.env };
  const apps = [
    startApp(context, parts, 'ingest', { ...common, ...INGEST }, verbose),
    startApp(context, parts, 'analyse', { ...common, ...ANALYSE }, verbose),
    startApp(context, parts, 'serve', common, verbose),
  ];
  const lost = Promise.race([...apps.map((app) => app.ended()), clickHouse.lost, kafka.lost]);
  lost.catch(() => undefined);
  await Promise.race([Promise.all(apps.map((app) => app.listening())), lost]);
  return { apps, lost };
}

const INGEST: Readonly<Record<string, string>> = {
  HASH_KEY: DEMO_HASH_KEY,
  KAFKA_GROUP_ID: `wherefore-demo-${process.pid}`,
  // Simulated and borrowed logs are old, and true all the same.
  SOURCE_MAX_EVENT_AGE_DAYS: '0',
  BATCH_MAX_WAIT_MS: '300',
};

const ANALYSE: Readonly<Record<string, string>> = {
  ANALYSIS_MODE: 'live',
  ANALYSIS_INTERVAL_MS: String(INTERVAL_MS),
  ANALYSIS_STEP_MINUTES: '60',
  ANALYSIS_IDLE_MS: String(IDLE_MS),
  VERDICT_SINK: 'kafka',
};

/** Feeds the log topic and shows what happens. Resolves when every line is stored, judged, and every verdict published. */
export async function feedPipeline(
  context: CliContext,
  clickHouse: ClickHouse,
  kafka: KafkaCluster,
  log: LogFeed,
): Promise<PipelineState> {
  const feed = new TopicFeed(log, kafka.client, kafka.topics.logs);
  const progress = context.terminal.progress({ titles: ['Storing', 'Judging'] });
  let lines: number | undefined;
  const feeding = feed.run(context.stopRequested).then((sent) => (lines = sent));
  // Its failure is seen below, together with everything else's.
  feeding.catch(() => undefined);
  try {
    for (;;) {
      const state = await lookAtPipeline(clickHouse.store, feed);
      progress.update(storing(state, feed.share), judging(state, feed.share));
      if (lines !== undefined && isSettled(state, lines)) {
        progress.finish(storing(state, 1).text, judging(state, 1).text);
        return state;
      }
      await (lines === undefined
        ? Promise.race([setTimeout(LOOK_MS), feeding])
        : setTimeout(LOOK_MS));
    }
  } finally {
    progress.abandon();
  }
}

/** Everything sent is stored, a cycle has seen and judged it, and what that changed is published. */
export function isSettled(state: PipelineState, lines: number): boolean {
  const { stored, latest, judgedUntil, allSeen, verdicts, published } = state;
  if (stored < lines) return false;
  const nothingToJudge = latest === 0;
  return nothingToJudge || (allSeen === 1 && judgedUntil > latest && published >= verdicts);
}
