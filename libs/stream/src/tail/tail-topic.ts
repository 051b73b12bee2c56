import { randomUUID } from 'node:crypto';
import { setTimeout } from 'node:timers/promises';
import { type Logger, silentLogger } from '#libs/platform';
import { LogConsumer } from '../consumer/log-consumer.js';
import { type KafkaClient } from '../create-kafka.js';
import { type LogMessage } from '../records/log-message.js';
import { type StreamError } from '../stream-error.js';
import { type PartitionRange, topicEnds } from '../topic-ends.js';
import { within } from '../within.js';
import { withAdmin } from '../with-admin.js';

export interface TopicTailOptions {
  kafka: KafkaClient;
  topic: string;
  /** An offset below zero counts back from the end of each partition. */
  from: 'beginning' | 'end' | number;
  /** False: stop at the ends that the topic has at the start. */
  follow: boolean;
  /** In order within a partition. */
  onMessage: (message: LogMessage, partition: number) => void;
  /** Called once, when everything that the topic held at the start is read, with how many messages it ever had until then. */
  onCaughtUp?: (everHeld: number) => void;
  logger?: Logger;
}

export interface TopicTail {
  /** Resolves after `stop`, or when everything is read and nothing is followed. @throws StreamError */
  done: Promise<void>;
  stop(): Promise<void>;
}

/** Reads a topic beside every consumer group: nobody's position changes. The group it needs for that is deleted at the end. */
export async function tailTopic(options: TopicTailOptions): Promise<TopicTail> {
  const { kafka, topic, from, follow, onMessage, logger = silentLogger } = options;
  const ranges = await topicEnds(kafka, topic);
  const next = new Map(ranges.map((range) => [range.partition, startOf(range, from)]));
  const ending = new AbortController();
  let failure: StreamError | undefined;
  const groupId = `wherefore-tail-${randomUUID()}`;
  const consumer = new LogConsumer({
    kafka,
    groupId,
    topics: [topic],
    commitHints: false,
    minBytes: 1,
    maxWaitMs: 250,
    logger,
    onAssign: (_topic, partition) => Promise.resolve(next.get(partition) ?? -1),
    onBatch: async (batch) => {
      const { partition } = batch;
      for await (const messages of batch.messages()) {
        for (const message of messages) onMessage(message, partition);
      }
      next.set(partition, batch.end);
      return undefined;
    },
    onFatal: (error) => {
      failure = error;
      ending.abort();
    },
  });
  const hasCaughtUp = (): boolean =>
    ranges.every(({ partition, end }) => {
      const assigned = consumer.assignment.find((one) => one.partition === partition);
      return Math.max(assigned?.next ?? 0, next.get(partition) ?? 0) >= end;
    });
  const isRead = (): boolean => !follow && hasCaughtUp();
  const tell = once(hasCaughtUp, () => options.onCaughtUp?.(everHeld(ranges)));
  const run = async (): Promise<void> => {
    tell();
    if (isRead()) return;
    await consumer.start();
    while (!ending.signal.aborted && !isRead()) {
      await setTimeout(20);
      tell();
    }
    await consumer.stop(2_000);
    await within(
      2_000,
      withAdmin(kafka, (admin) => admin.deleteGroups([groupId])),
    );
    if (failure !== undefined) throw failure;
  };
  const done = run();
  return {
    done,
    stop: async () => {
      ending.abort();
      await done.catch(() => undefined);
    },
  };
}

function everHeld(ranges: readonly PartitionRange[]): number {
  return ranges.reduce((sum, { end }) => sum + end, 0);
}

function startOf(
  { earliest, end }: { earliest: number; end: number },
  from: TopicTailOptions['from'],
): number {
  if (from === 'beginning') return earliest;
  if (from === 'end') return end;
  return Math.max(earliest, from < 0 ? end + from : from);
}

/** Calls `told` when the condition holds for the first time it is looked at. */
function once(holds: () => boolean, told: () => void): () => void {
  let isTold = false;
  return () => {
    if (isTold || !holds()) return;
    isTold = true;
    told();
  };
}
