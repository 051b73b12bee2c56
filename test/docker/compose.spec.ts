import { describe, expect, it } from '@jest/globals';
import { getMetadataStorage } from 'class-validator';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ClickHouseConfig, loadConfigs } from '#libs/platform';
import { KafkaConfig, logTopic, verdictChangeTopic, verdictTopic } from '#libs/stream';
import { AnalyseConfig } from '../../apps/analyse/src/analyse-config.js';
import { IngestConfig, KafkaSourceConfig } from '../../apps/ingest/src/ingest-config.js';
import { PushConfig } from '../../apps/push/src/push-config.js';
import { FeedConfig } from '../../apps/serve/src/feed/feed-config.js';
import { ServeConfig } from '../../apps/serve/src/serve-config.js';
import { analystViews } from '../../libs/store/src/embedded/analyst-views.js';
import { composeServices, interpolated } from './compose-file.js';

const SECRET = 'a-secret-of-more-than-16';

const services = composeServices();

/** The config classes that each process reads, see its main.ts. */
const CONFIGS = {
  ingest: [IngestConfig, KafkaSourceConfig, ClickHouseConfig, KafkaConfig],
  analyse: [AnalyseConfig, ClickHouseConfig, KafkaConfig],
  serve: [ServeConfig, FeedConfig, ClickHouseConfig, KafkaConfig],
  push: [PushConfig, KafkaConfig],
} as const;

const variablesOf = (Class: new () => object): string[] =>
  getMetadataStorage()
    .getTargetValidationMetadatas(Class, '', false, false)
    .map(({ propertyName }) => propertyName);

const serviceOf = (name: string): (typeof services)[string] => {
  const service = services[name];
  if (service === undefined) throw new Error(`compose.yaml has no service ${name}`);
  return service;
};

describe.each(Object.entries(CONFIGS))('compose service %s', (name, classes) => {
  const environment = interpolated(serviceOf(name), SECRET);

  it('sets only variables the process reads', () => {
    const known = new Set(classes.flatMap(variablesOf));
    expect(Object.keys(environment).filter((variable) => !known.has(variable))).toEqual([]);
  });

  it('sets them to values the process accepts, and none is missing', () => {
    const named = Object.fromEntries(classes.map((Class) => [Class.name, Class]));
    expect(() => loadConfigs(named, environment)).not.toThrow();
  });

  it('starts a program that exists', () => {
    expect(serviceOf(name).command).toEqual([`dist/apps/${name}/src/main.js`]);
    expect(existsSync(`apps/${name}/src/main.ts`)).toBe(true);
  });

  it('runs on a read-only root filesystem', () => {
    expect(serviceOf(name).read_only).toBe(true);
  });
});

describe('the compose file', () => {
  it('has no password and no key of its own', () => {
    const secrets = Object.values(services).flatMap(({ environment = {} }) =>
      Object.entries(environment).filter(([name]) => /PASSWORD|KEY|SECRET/.test(name)),
    );
    expect(secrets.length).toBeGreaterThan(0);
    for (const [, value] of secrets) expect(value).toMatch(/^\$\{\w+:\?.+\}$/);
  });

  it('publishes serve alone, and on loopback', () => {
    const published = Object.entries(services).filter(([, { ports }]) => ports !== undefined);
    expect(published.map(([name]) => name)).toEqual(['serve']);
    for (const port of published.flatMap(([, { ports = [] }]) => ports))
      expect(port).toMatch(/^127\.0\.0\.1:/);
  });

  it('mounts files that exist', () => {
    const files = Object.values(services)
      .flatMap(({ volumes = [] }) => volumes)
      .map((volume) => volume.split(':')[0] ?? '')
      .filter((source) => source.startsWith('./'));
    expect(files.length).toBeGreaterThan(0);
    for (const file of files)
      expect([file, existsSync(join('docker', file))]).toEqual([file, true]);
  });

  it.each([
    ['SOURCE_TOPICS', logTopic('any')],
    ['VERDICT_TOPIC', verdictTopic('any')],
    ['VERDICT_CHANGE_TOPIC', verdictChangeTopic('any')],
  ])('makes the topic of %s as libs/stream would', (variable, { partitions, config }) => {
    const script = readFileSync('docker/kafka/create-topics.sh', 'utf8');
    const settings = Object.entries(config).map(([key, value]) => `${key}=${value}`);
    expect(script.split('\n')).toContain(
      [`create "$${variable}" ${partitions}`, ...settings].join(' '),
    );
    expect(serviceOf('topics').environment).toHaveProperty(variable);
  });

  it('shows the analyst the published views and nothing else', () => {
    const users = readFileSync('docker/clickhouse/users.xml', 'utf8');
    const [, analyst = ''] = /<analyst>\s*<password([\s\S]*?)<\/analyst>/.exec(users) ?? [];
    const granted = [...analyst.matchAll(/<query>(.*?)<\/query>/g)].map(([, grant]) => grant);
    expect(granted).toEqual(analystViews.map((view) => `GRANT SELECT ON wherefore.${view}`));
  });

  it('lets serve write down where each bouncer stands, and nothing else', () => {
    const users = readFileSync('docker/clickhouse/users.xml', 'utf8');
    const [, reader = ''] = /<reader>([\s\S]*?)<\/reader>/.exec(users) ?? [];
    const granted = [...reader.matchAll(/<query>(.*?)<\/query>/g)].map(([, grant]) => grant);
    expect(granted).toEqual([
      'GRANT SELECT ON wherefore.*',
      'GRANT INSERT ON wherefore.feed_cursors',
    ]);
  });

  it('gives ClickHouse every password its users ask for', () => {
    const users = readFileSync('docker/clickhouse/users.xml', 'utf8');
    const asked = [...users.matchAll(/from_env="(\w+)"/g)].map(([, variable]) => variable ?? '');
    expect(asked.length).toBeGreaterThan(0);
    expect(Object.keys(serviceOf('clickhouse').environment ?? {})).toEqual(
      expect.arrayContaining(asked),
    );
  });
});
