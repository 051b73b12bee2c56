import { afterAll, expect, it } from '@jest/globals';
import { execFileSync, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  createKafka,
  ensureTopics,
  findKafka,
  groupLag,
  LogConsumer,
  LogProducer,
  logTopic,
  startEmbeddedKafka,
  topicEnds,
  verdictTopic,
} from '#libs/stream';
import { describeWithEmbeddedKafka } from '../support/kafka.js';
import { until } from '../support/until.js';

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

describeWithEmbeddedKafka('the embedded broker', () => {
  const folders: string[] = [];

  async function folder(): Promise<string> {
    const path = await mkdtemp(join(tmpdir(), 'wherefore-broker-'));
    folders.push(path);
    return path;
  }

  afterAll(async () => {
    for (const path of folders) await rm(path, { recursive: true, force: true });
  });

  it('keeps topics, settings and messages over a restart on another port', async () => {
    const dataDir = await folder();
    const first = await startEmbeddedKafka({ dataDir });
    const kafka = createKafka({ brokers: first.brokers });
    const specs = [logTopic('logs', 3), verdictTopic('verdicts', 2)];
    expect(await ensureTopics(kafka, specs)).toEqual({
      created: ['logs', 'verdicts'],
      differences: [],
    });
    const producer = new LogProducer({ kafka, topic: 'logs', compression: 'gzip' });
    await producer.start();
    await producer.append(Array.from({ length: 1_000 }, (_, index) => `line ${index}`));
    await producer.stop();
    expect(producer.acknowledged).toBe(1_000);
    await first.stop();
    expect(isAlive(first.pid)).toBe(false);
    expect(await first.exited).toMatchObject({ signal: null });

    const second = await startEmbeddedKafka({ dataDir });
    expect(second.brokers).not.toEqual(first.brokers);
    const again = createKafka({ brokers: second.brokers });
    expect(await ensureTopics(again, specs)).toEqual({ created: [], differences: [] });
    expect(await ensureTopics(again, [verdictTopic('logs')])).toMatchObject({
      differences: [
        { topic: 'logs', setting: 'cleanup.policy', wanted: 'compact', actual: 'delete' },
        { topic: 'logs', setting: 'min.compaction.lag.ms' },
        { topic: 'logs', setting: 'delete.retention.ms' },
      ],
    });
    const ends = await topicEnds(again, 'logs');
    expect(ends.map(({ partition }) => partition)).toEqual([0, 1, 2]);
    expect(ends.reduce((sum, { end }) => sum + end, 0)).toBe(1_000);
    const lags = await groupLag(again, 'nobody', 'logs');
    expect(lags.reduce((sum, { lag }) => sum + lag, 0)).toBe(1_000);
    await second.stop();
  }, 120_000);

  it('dies with its parent, even when that is killed with SIGKILL', async () => {
    const dataDir = await folder();
    const script = join(dataDir, 'parent.mjs');
    const library = join(import.meta.dirname, '../../dist/libs/stream/src/index.js');
    if (!existsSync(library)) throw new Error('The parent runs the built library: npm run build');
    await writeFile(
      script,
      `import { startEmbeddedKafka } from ${JSON.stringify(library)};
       const broker = await startEmbeddedKafka({ dataDir: ${JSON.stringify(join(dataDir, 'kafka'))} });
       process.send(broker.pid);
       setInterval(() => {}, 1_000);`,
    );
    const parent = spawn(process.execPath, [script], {
      stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    });
    const pid = await new Promise<number>((resolve, reject) => {
      parent.on('message', (message) => {
        resolve(Number(message));
      });
      parent.on('exit', () => {
        reject(new Error('the parent ended'));
      });
    });
    expect(isAlive(pid)).toBe(true);
    const guardian = Number(execFileSync('ps', ['-o', 'ppid=', '-p', String(pid)]).toString());
    parent.kill('SIGKILL');
    await until(() => !isAlive(pid) && !isAlive(guardian), 15_000);
  }, 120_000);

  it('keeps a second broker away from its data folder', async () => {
    const dataDir = await folder();
    const first = await startEmbeddedKafka({ dataDir });
    await expect(startEmbeddedKafka({ dataDir })).rejects.toMatchObject({
      code: 'KAFKA_START_FAILED',
      message: expect.stringContaining(`in use by process ${first.pid}`),
    });
    expect(isAlive(first.pid)).toBe(true);
    await first.stop();
  }, 120_000);

  it('says what the broker said when it cannot start', async () => {
    const dataDir = await folder();
    await mkdir(join(dataDir, 'log'));
    await writeFile(
      join(dataDir, 'log', 'meta.properties'),
      'version=1\nnode.id=77\ncluster.id=x\n',
    );
    await expect(startEmbeddedKafka({ dataDir })).rejects.toMatchObject({
      code: 'KAFKA_START_FAILED',
      message: expect.stringMatching(/It said: [^]*Stored node id 77/),
    });
  }, 120_000);

  it('loses and doubles nothing for its clients when it is killed and comes back', async () => {
    const dataDir = await folder();
    const first = await startEmbeddedKafka({ dataDir });
    const port = Number(first.brokers[0]?.split(':')[1]);
    const kafka = createKafka({ brokers: first.brokers });
    await ensureTopics(kafka, [logTopic('logs', 2)]);
    const next = new Map<number, number>();
    const stored: string[] = [];
    const fatal: unknown[] = [];
    const consumer = new LogConsumer({
      kafka,
      groupId: 'readers',
      topics: ['logs'],
      maxWaitMs: 100,
      onAssign: (_topic, partition) => Promise.resolve(next.get(partition) ?? -1),
      onBatch: async (batch) => {
        for await (const messages of batch.messages()) {
          for (const { value } of messages) stored.push(String(value));
        }
        next.set(batch.partition, batch.end);
        return undefined;
      },
      onFatal: (error) => fatal.push(error),
    });
    await consumer.start();
    const producer = new LogProducer({ kafka, topic: 'logs', batchBytes: 1_024 });
    await producer.start();
    const lines = Array.from({ length: 4_000 }, (_, index) => `line ${index}`);
    await producer.append(lines.slice(0, 2_000));
    await until(() => stored.length > 0);
    process.kill(first.pid, 'SIGKILL');
    const second = startEmbeddedKafka({ dataDir, port });
    await producer.append(lines.slice(2_000));
    await producer.stop();
    await until(() => stored.length >= lines.length, 45_000);
    await consumer.stop();
    await (await second).stop();
    expect([...stored].sort()).toEqual([...lines].sort());
    expect(fatal).toEqual([]);
    expect(await first.exited).toMatchObject({ signal: 'SIGKILL' });
  }, 120_000);

  it('is not needed when brokers are named', () => {
    expect(findKafka(['kafka-1:9092'])).toEqual({ kind: 'external', brokers: ['kafka-1:9092'] });
  });
});
