import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { cloudEventHeaders } from '#libs/enforcement';
import { verdictTopic, VerdictPublisher } from '#libs/stream';
import { verdictMessage } from '../../libs/enforcement/src/testing/verdict-message.js';
import { describeWithKafka, startTestKafka, type TestKafka } from '../support/kafka.js';
import { until } from '../support/until.js';

const program = join(import.meta.dirname, '../../dist/examples/verdict-consumer/consume.js');

describeWithKafka('the example of a verdict consumer', () => {
  let kafka: TestKafka;
  let publisher: VerdictPublisher;
  let consumer: ChildProcess;
  let folder: string;
  let sequence = 0;

  beforeAll(async () => {
    kafka = await startTestKafka();
    const topic = await kafka.newTopic(verdictTopic('verdicts'));
    publisher = new VerdictPublisher({ kafka: kafka.kafka, topic });
    await publisher.start();
    folder = await mkdtemp(join(tmpdir(), 'verdict-consumer-'));
    await tell('192.0.2.1', 1, 3_600_000);
    consumer = spawn(process.execPath, [program, kafka.brokers.join(','), topic, file()]);
  });

  afterAll(async () => {
    consumer.kill('SIGKILL');
    await publisher.stop();
    await kafka.stop();
    await rm(folder, { recursive: true, force: true });
  });

  const file = (): string => join(folder, 'blocked.txt');
  const blocked = (): Promise<string> => readFile(file(), 'utf8').catch(() => '');
  const untilBlocked = (text: string): Promise<unknown> =>
    until(async () => (await blocked()) === text);

  /** Publishes a verdict that lasts so long; none lifts it. */
  async function tell(address: string, revision: number, lastsMs: number | null): Promise<void> {
    const key = `default/address/${address}`;
    const now = Date.now();
    const message = verdictMessage({
      revision,
      expires_at: new Date(now + (lastsMs ?? 0)).toISOString(),
      subject: { ...verdictMessage().subject, value: address, enforce_as: [`${address}/32`] },
    });
    const time = new Date(now).toISOString();
    sequence += 1;
    await publisher.publish([
      {
        sequence,
        key,
        value: lastsMs === null ? null : JSON.stringify(message),
        headers: cloudEventHeaders({ id: `${key} ${revision}`, subject: key, time, revision }),
      },
    ]);
  }

  it('blocks who was condemned before it started, and who is condemned while it runs', async () => {
    await untilBlocked('192.0.2.1/32\n');
    await tell('192.0.2.2', 1, 3_600_000);
    await untilBlocked('192.0.2.1/32\n192.0.2.2/32\n');
  });

  it('frees who is lifted, and is not misled by an older message', async () => {
    await tell('192.0.2.1', 3, null);
    await untilBlocked('192.0.2.2/32\n');
    await tell('192.0.2.1', 2, 3_600_000);
    await tell('192.0.2.3', 1, 3_600_000);
    await untilBlocked('192.0.2.2/32\n192.0.2.3/32\n');
  });

  it('frees whose verdict expires, without a message', async () => {
    await tell('192.0.2.4', 1, 3_000);
    await until(async () => (await blocked()).includes('192.0.2.4'));
    await until(async () => !(await blocked()).includes('192.0.2.4'));
    expect(await blocked()).toBe('192.0.2.2/32\n192.0.2.3/32\n');
  });
});
