import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import getPort from 'get-port';
import { FeedCursors, FeedKeys, feedKeyHash, newestVerdict } from '#libs/store';
import { request } from 'node:http';
import { gunzipSync } from 'node:zlib';
import { FeedClient } from '../enforcement/feeds/feed-client.js';
import { VerdictHistory } from '../enforcement/feeds/verdict-history.js';
import { startApp, type TestProcess } from '../support/app-process.js';
import { startTestClickHouse, type TestClickHouse } from '../support/clickhouse.js';
import { until } from '../support/until.js';

jest.setTimeout(60_000);

let clickhouse: TestClickHouse;
let history: VerdictHistory;
let keys: FeedKeys;

beforeAll(async () => {
  clickhouse = await startTestClickHouse();
  history = new VerdictHistory(clickhouse.store);
  keys = new FeedKeys(clickhouse.store);
}, 120_000);

afterAll(() => clickhouse.stop(), 30_000);

interface Serving {
  readonly url: string;
  readonly metricsUrl: string;
  readonly process: TestProcess;
  stop(): Promise<void>;
}

async function serve(env: Record<string, string> = {}): Promise<Serving> {
  const port = await getPort();
  const { url, user, password } = { url: clickhouse.server.url, ...clickhouse.server.writer };
  const started = startApp('serve', {
    CLICKHOUSE_URL: url,
    CLICKHOUSE_USER: user,
    CLICKHOUSE_PASSWORD: password,
    CLICKHOUSE_DATABASE: clickhouse.database,
    FEED_PORT: String(port),
    ...env,
  });
  const metricsUrl = await started.url;
  const feedUrl = `http://127.0.0.1:${port}`;
  await until(async () => {
    const ready = await fetch(`${metricsUrl}/ready`);
    return ready.status === 200;
  });
  return {
    url: feedUrl,
    metricsUrl,
    process: started,
    stop: async () => {
      started.child.kill('SIGTERM');
      await started.exited;
    },
  };
}

/** A stream answer once something in it changed. */
async function news(client: FeedClient): Promise<{ added: string[]; deleted: string[] }> {
  let answer = { added: [] as string[], deleted: [] as string[] };
  await until(async () => {
    answer = await client.stream();
    return answer.added.length + answer.deleted.length > 0;
  });
  return answer;
}

/** Where a reader on this machine stands; written when its answer was sent. */
async function storedSequence(name: string): Promise<number | undefined> {
  const reader = { name, client: '127.0.0.1' };
  return (await new FeedCursors(clickhouse.store).read(reader))?.sequence;
}

async function newestSequence(): Promise<number | undefined> {
  const [row] = await clickhouse.store.query<{ newest: number }>(newestVerdict);
  return row?.newest;
}

const ALL = { actions: ['block', 'challenge', 'throttle'], sites: [] };

describe('the decisions that serve tells bouncers', () => {
  it('keeps everybody out who has no key, and slows down who tries many', async () => {
    const serving = await serve();
    const key = await keys.add('outsider-test', ALL, Date.now());
    for (const path of ['/health', '/openapi.json'])
      expect((await fetch(`${serving.url}${path}`)).status).toBe(200);
    for (const path of ['/v1/decisions', '/v1/decisions/stream', '/lists/plain']) {
      const answer = await new FeedClient(serving.url, 'wf_wrong').ask(path);
      expect([answer.status, answer.text]).toEqual([403, '{"message":"access forbidden"}']);
    }
    expect((await fetch(`${serving.metricsUrl}/v1/decisions`)).status).toBe(404);
    const wrong = await Promise.all(
      Array.from({ length: 30 }, () => new FeedClient(serving.url, 'guess').ask('/v1/decisions')),
    );
    expect(wrong.filter(({ status }) => status === 429).length).toBeGreaterThan(0);
    const client = new FeedClient(serving.url, key);
    await until(async () => (await client.ask('/v1/decisions')).status === 200);
    const stored = JSON.stringify(await clickhouse.store.query('SELECT * FROM feed_keys'));
    expect(stored).not.toContain(key);
    expect(stored).toContain(feedKeyHash(key));
    const [owner] = (await keys.list()).filter(({ name }) => name === 'outsider-test');
    if (owner === undefined) throw new Error('no key');
    await keys.remove(owner, Date.now());
    // 403, or 429 after so many wrong ones.
    await until(async () => (await client.ask('/v1/decisions')).status >= 400);
    await serving.stop();
  });

  it('tells additions, changes, lifts and expiry, and loses none over a restart and between replicas', async () => {
    const client = (serving: Serving): FeedClient => new FeedClient(serving.url, key);
    const key = await keys.add('stream-test', ALL, Date.now());
    let first = await serve();
    const second = await serve();
    await history.condemn('11.1.0.1');
    await history.condemn('11.1.0.2', { action: 'challenge' });
    await history.condemn('11.1.1.0/24', { action: 'throttle' });
    await history.condemn('11.1.0.3', { mode: 'simulate' });
    await history.condemn('10.1.0.1');
    await until(async () => (await client(first).stream('?startup=true')).added.length === 3);
    await until(async () => (await client(second).stream('?startup=true')).added.length === 3);
    const whole = await client(second).stream('?startup=true');
    expect(whole.added).toEqual(['11.1.0.1 ban', '11.1.0.2 captcha', '11.1.1.0/24 throttle']);

    await history.condemn('11.1.0.2', { action: 'block' });
    expect(await news(client(first))).toEqual({
      added: ['11.1.0.2 ban'],
      deleted: ['11.1.0.2 captcha'],
    });
    await until(async () => (await storedSequence('stream-test')) === (await newestSequence()));
    expect(await client(second).stream()).toEqual({ added: [], deleted: [] });

    await history.lift('11.1.0.1');
    await first.stop();
    expect(await news(client(second))).toEqual({ added: [], deleted: ['11.1.0.1 ban'] });

    await history.condemn('11.1.0.4', { ttlMs: 4_000 });
    expect((await news(client(second))).added).toEqual(['11.1.0.4 ban']);
    await until(async () => (await storedSequence('stream-test')) === (await newestSequence()));
    await history.lift('11.1.1.0/24');
    await second.stop();
    first = await serve();
    const missed = await news(client(first));
    expect(missed.deleted).toContain('11.1.1.0/24 throttle');
    if (!missed.deleted.includes('11.1.0.4 ban'))
      expect((await news(client(first))).deleted).toContain('11.1.0.4 ban');
    await first.stop();
  });

  it('answers about one address, with null for none, uncompressed', async () => {
    const key = await keys.add('live-test', { actions: ['block'], sites: [] }, Date.now());
    const serving = await serve({ EXPORT_NEVER: '11.2.9.0/24, 2a00:9::/32' });
    const client = new FeedClient(serving.url, key);
    await history.condemn('11.2.0.1');
    await history.condemn('11.2.1.0/24');
    await history.condemn('11.2.0.2', { action: 'challenge' });
    await history.condemn('11.2.9.9');
    await until(async () => (await client.ask('/v1/decisions?ip=11.2.0.1')).text !== 'null');
    const [found] = await client.json<Record<string, unknown>[]>('/v1/decisions?ip=11.2.1.77');
    expect(found).toEqual({
      id: expect.any(Number),
      uuid: expect.any(String),
      origin: 'wherefore',
      type: 'ban',
      scope: 'Range',
      value: '11.2.1.0/24',
      duration: expect.stringMatching(/^9m\d+(\.\d+)?s$/),
      scenario: 'wherefore/OAT-008',
    });
    for (const none of [
      'ip=11.2.0.2',
      'ip=11.2.9.9',
      'ip=11.2.0.1&type=captcha',
      'scope=Ip&value=9.9.9.9',
    ]) {
      expect(await client.ask(`/v1/decisions?${none}`)).toMatchObject({
        status: 200,
        text: 'null',
      });
    }
    expect((await client.ask('/v1/decisions?scope=ip&value=11.2.0.1')).text).toContain('11.2.0.1');
    expect((await client.ask('/v1/decisions?range=11.2.0.0/16&contains=false')).text).toMatch(
      /11\.2\.0\.1.*11\.2\.1\.0/,
    );
    const refused = await client.ask('/v1/decisions?ip=somebody&contains=maybe');
    expect(refused.status).toBe(400);
    expect(JSON.parse(refused.text)).toEqual({
      message: 'ip must be an IPv4 or IPv6 address or a CIDR block; contains must be true or false',
    });
    const zipped = await client.ask('/v1/decisions/stream?startup=true', {
      headers: { 'Accept-Encoding': 'gzip' },
    });
    expect(zipped.headers.get('content-encoding')).toBeNull();
    const head = await client.ask('/v1/decisions/stream', { method: 'HEAD' });
    expect([head.status, head.text]).toEqual([200, '']);
    const report = await client.ask('/v1/usage-metrics', { method: 'POST', body: '{}' });
    expect(report.status).toBe(201);
    await serving.stop();
  });

  it('limits how often a key asks', async () => {
    const key = await keys.add('hasty-test', ALL, Date.now());
    const serving = await serve({ FEED_REQUESTS_PER_MINUTE: '5' });
    const client = new FeedClient(serving.url, key);
    const answers = [];
    for (let i = 0; i < 8; i++) answers.push(await client.ask('/v1/decisions?ip=9.9.9.9'));
    expect(answers.map(({ status }) => status)).toEqual([...Array(5).fill(200), 429, 429, 429]);
    expect(answers.at(-1)?.headers.get('retry-after')).toMatch(/^\d+$/);
    await serving.stop();
  });
});

describe('the lists that serve offers', () => {
  it('answers with ETag, gzip and pages, and forgets what expired without a message', async () => {
    const key = await keys.add('list-test', ALL, Date.now());
    const serving = await serve();
    const client = new FeedClient(serving.url, key);
    await history.condemnAll(
      Array.from({ length: 250 }, (_, i) => `11.3.0.${i}`),
      { action: 'block', ttlMs: 600_000, mode: 'enforce' },
    );
    await history.condemn('11.3.1.1', { ttlMs: 3_000 });
    const path = '/lists/plain?intent=oat-008';
    await until(async () => (await client.ask(path)).text.includes('11.3.1.1\n'));
    const { headers, text } = await client.ask(path);
    expect(text.split('\n')).toEqual(expect.arrayContaining(['11.3.0.0', '11.3.0.249']));
    const etag = headers.get('etag') ?? '';
    const known = await client.ask(path, { headers: { 'If-None-Match': `"x", W/${etag}` } });
    expect([known.status, known.text]).toEqual([304, '']);
    await until(async () => !(await client.ask(path)).text.includes('11.3.1.1\n'));
    const changed = await client.ask(path, { headers: { 'If-None-Match': etag } });
    expect(changed.status).toBe(200);

    const merged = await client.ask('/lists/cidr-merged?limit=3&after=11.3.0.0/32');
    expect(merged.text.split('\n')).toHaveLength(4);
    expect(merged.headers.get('link')).toMatch(/^<\/lists\/cidr-merged\?.*after=.*>; rel="next"$/);
    expect(await zippedText(`${serving.url}${path}`, key)).toBe(changed.text);
    expect((await client.ask('/lists/excel')).text).toContain('modsecurity');
    const wrong = await client.ask('/lists/plain?action=ban&limit=0');
    expect(wrong.status).toBe(400);
    expect(wrong.text).toMatch(/action must be one or more of block.*limit must be a whole number/);
    const { text: metrics } = await client.ask('/health').then(() =>
      fetch(`${serving.metricsUrl}/metrics`).then(async (response) => ({
        text: await response.text(),
      })),
    );
    expect(metrics).toMatch(/wherefore_feed_pulls_total\{key="list-test",feed="lists\/plain"\} \d/);
    expect(metrics).toMatch(/wherefore_feed_age_seconds \d/);
    await serving.stop();
  });
});

describe('the feeds without their store', () => {
  it('answer nothing rather than an empty list', async () => {
    const port = await getPort();
    const { child, exited, url } = startApp('serve', {
      CLICKHOUSE_URL: 'http://127.0.0.1:1',
      FEED_PORT: String(port),
    });
    await url;
    const answer = await fetch(`http://127.0.0.1:${port}/lists/plain`);
    expect(answer.status).toBe(403);
    child.kill('SIGTERM');
    expect(await exited).toBe(0);
  });
});

/** As a reader that takes gzip, without a client that unpacks it. */
function zippedText(url: string, key: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const headers = { 'X-Api-Key': key, 'Accept-Encoding': 'gzip' };
    request(url, { headers }, (response) => {
      expect(response.headers['content-encoding']).toBe('gzip');
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        resolve(gunzipSync(Buffer.concat(chunks)).toString());
      });
    })
      .on('error', reject)
      .end();
  });
}
