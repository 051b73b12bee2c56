import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { verdictTopic } from '#libs/stream';
import { startApp, type TestProcess } from '../../support/app-process.js';
import { VerdictFeeder } from '../../support/enforcement/verdict-feeder.js';
import { startTestKafka } from '../../support/kafka.js';

/** A real verdict topic, and a place for a push process that follows it. */
export interface PushedVerdicts {
  readonly feeder: VerdictFeeder;
  /** For configurations and what programs write; removed at the end. */
  readonly folder: string;
  /** Starts the built process with this target, which is looked after every second. */
  push(target: object, env?: Record<string, string>): Promise<TestProcess>;
  stop(): Promise<void>;
}

export async function pushedVerdicts(): Promise<PushedVerdicts> {
  const folder = await mkdtemp(join(tmpdir(), 'wherefore-enforcement-'));
  const kafka = await startTestKafka();
  const topic = await kafka.newTopic(verdictTopic('verdicts'));
  const feeder = await VerdictFeeder.start(kafka.kafka, topic);
  const started: TestProcess[] = [];
  return {
    feeder,
    folder,
    push: async (target, env = {}) => {
      const path = join(folder, 'push.yaml');
      await writeFile(
        path,
        JSON.stringify({ targets: [{ name: 'edge', every: '1s', ...target }] }),
      );
      const process = startApp('push', {
        KAFKA_BROKERS: kafka.brokers.join(','),
        VERDICT_TOPIC: topic,
        PUSH_FILE: path,
        PUSH_STATE_DIR: join(folder, 'state'),
        ...env,
      });
      started.push(process);
      await process.url;
      return process;
    },
    stop: async () => {
      for (const { child } of started) child.kill('SIGKILL');
      await feeder.stop();
      await kafka.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
