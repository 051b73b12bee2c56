import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { verdictTopic } from '#libs/stream';
import { VerdictFeeder } from '../support/enforcement/verdict-feeder.js';
import { startFakeAwsWaf, type FakeAwsWaf } from '../support/enforcement/fake-aws-waf.js';
import { startFakeFastly, type FakeFastly } from '../support/enforcement/fake-fastly.js';
import { startApp, type TestProcess } from '../support/app-process.js';
import { runCli } from '../support/cli.js';
import { describeWithKafka, startTestKafka, type TestKafka } from '../support/kafka.js';
import { until } from '../support/until.js';

const HOUR_S = 3_600;

describeWithKafka('push, the built process, with a real verdict topic', () => {
  let kafka: TestKafka;
  let feeder: VerdictFeeder;
  let aws: FakeAwsWaf;
  let fastly: FakeFastly;
  let folder: string;
  let env: Record<string, string>;
  let push: TestProcess;
  /** Of Fastly's server against ours, milliseconds. */
  let fastlyBehindMs = 0;

  const inSet = (name: string): readonly string[] =>
    [...(aws.sets.get(`id-${name}`)?.addresses ?? [])].sort();
  const inAcl = (): string[] => (fastly.acls.get('one') ?? []).map(({ ip }) => ip).sort();
  const updates = (): number => aws.calls.filter((call) => call === 'UpdateIPSet').length;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wherefore-push-'));
    [kafka, aws, fastly] = await Promise.all([
      startTestKafka(),
      startFakeAwsWaf(),
      startFakeFastly(() => Date.now() - fastlyBehindMs),
    ]);
    aws.addSet('four', 'IPV4');
    aws.addSet('six', 'IPV6');
    fastly.acls.set('one', []);
    const topic = await kafka.newTopic(verdictTopic('verdicts'));
    feeder = await VerdictFeeder.start(kafka.kafka, topic);
    env = {
      KAFKA_BROKERS: kafka.brokers.join(','),
      VERDICT_TOPIC: topic,
      PUSH_FILE: await written('push.yaml', pushFile()),
      POLICY_FILE: await written('policy.yaml', 'version: "1"\nallow: { addresses: [20.9.0.7] }\n'),
      SOURCES_FILE: await written(
        'sources.yaml',
        'sources: [{ name: shop, topics: [logs], format: combined, trusted_proxies: [20.8.0.0/24] }]\n',
      ),
      PUSH_STATE_DIR: join(folder, 'state'),
      AWS_ID: 'AKIDEXAMPLE',
      AWS_KEY: 'secret-key-of-a-test',
      FASTLY: 'key-of-a-test',
    };
    await feeder.condemn('20.0.0.1', HOUR_S);
    await feeder.condemn('2a00:1::1', HOUR_S);
    for (const never of ['10.0.0.7', '20.7.0.7', '20.8.0.7', '20.9.0.7'])
      await feeder.condemn(never, HOUR_S);
  });

  afterAll(async () => {
    push.child.kill('SIGKILL');
    await feeder.stop();
    await Promise.all([kafka.stop(), aws.close(), fastly.close()]);
    await rm(folder, { recursive: true, force: true });
  });

  async function written(name: string, text: string): Promise<string> {
    const path = join(folder, name);
    await writeFile(path, text);
    return path;
  }

  const pushFile = (): string =>
    JSON.stringify({
      never: ['20.7.0.0/24'],
      targets: [
        {
          name: 'aws',
          kind: 'aws_waf',
          every: '1s',
          region: 'eu-central-1',
          url: aws.url,
          ip_sets: ['four', 'six'].map((name) => ({ name, id: `id-${name}` })),
          access_key_id: { env: 'AWS_ID' },
          secret_access_key: { env: 'AWS_KEY' },
        },
        {
          name: 'fastly',
          kind: 'fastly',
          every: '1s',
          url: fastly.url,
          service_id: 'SVC',
          acl_ids: ['one'],
          token: { env: 'FASTLY' },
        },
      ],
    });

  it('says first what it would send, and sends nothing', async () => {
    const { code, stdout } = await runCli('bin/wherefore.mjs', ['push', 'check', '--json'], {
      PATH: process.env['PATH'],
      ...env,
    });
    const [first, second] = stdout.trim().split('\n');
    expect(JSON.parse(first ?? '')).toMatchObject({
      target: 'aws',
      held: 0,
      wanted: 2,
      leftOut: { not_public: 1, never_exported: 3 },
      requests: ['UpdateIPSet four: 1 addresses', 'UpdateIPSet six: 1 addresses'],
      failure: null,
    });
    expect(JSON.parse(second ?? '')).toMatchObject({ target: 'fastly', wanted: 2 });
    expect(code).toBe(0);
    expect(updates()).toBe(0);
  });

  it('is killed between two requests, and goes on where the targets are', async () => {
    push = startApp('push', env);
    aws.beforeUpdate = () => push.child.kill('SIGKILL');
    await push.exited;
    await until(() => inSet('four').length === 1);
    expect(inSet('six')).toEqual([]);
    push = startApp('push', env);
    await until(() => inSet('six').length === 1 && inAcl().length === 2);
    expect([inSet('four'), inSet('six')]).toEqual([['20.0.0.1/32'], ['2a00:1::1/128']]);
    expect(updates()).toBe(2);
  });

  it('follows a new verdict, a lift, and an expiry that no message tells', async () => {
    await feeder.condemn('20.0.0.2', HOUR_S);
    await feeder.condemn('20.0.0.9', 4);
    await until(() => inSet('four').length === 3);
    await feeder.lift('20.0.0.1');
    await until(() => inSet('four').join() === '20.0.0.2/32');
    await until(() => inAcl().join() === '20.0.0.2,2a00:1::1');
  });

  it('leaves a target alone for as long as it asks, and the others notice nothing', async () => {
    // Two seconds before the hour that others have spent is over.
    fastlyBehindMs = 3_598_000;
    fastly.spentByOthers();
    fastlyBehindMs = 0;
    const tries = (): number => fastly.calls.filter((call) => call.startsWith('PATCH')).length;
    const before = tries();
    await feeder.condemn('20.0.0.5', HOUR_S);
    await until(() => inSet('four').length === 2 && inAcl().length === 3);
    expect(tries() - before).toBe(2);
    const status = (await (await fetch(`${await push.url}/targets`)).json()) as object;
    expect(status).toMatchObject({ targets: [{ name: 'aws', state: 'in_step', entries: 3 }, {}] });
    const metrics = await (await fetch(`${await push.url}/metrics`)).text();
    expect(metrics).toContain(
      'wherefore_push_failures_total{target="fastly",code="RATE_LIMITED"} 1',
    );
    expect(metrics).toContain('wherefore_push_left_out{target="aws",reason="never_exported"} 3');
  });

  it('ends in order, keeps what is there, and has told nobody a secret', async () => {
    push.child.kill('SIGTERM');
    expect(await push.exited).toBe(0);
    expect(inSet('four')).toHaveLength(2);
    expect(JSON.stringify(push.log)).not.toMatch(/secret-key-of-a-test|key-of-a-test/);
  });
});
