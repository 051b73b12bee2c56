import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Gauge } from 'prom-client';
import { MetricsRegistry } from '../metrics/metrics-registry.js';
import { HealthModule } from './health.module.js';
import { ReadinessRegistry } from './readiness-registry.js';

let app: INestApplication;
let url: string;

beforeAll(async () => {
  app = await NestFactory.create(HealthModule, { logger: false });
  await app.listen(0, '127.0.0.1');
  url = await app.getUrl();
});

afterAll(async () => {
  await app.close();
});

async function ask(path: string): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${url}${path}`);
  return { status: response.status, body: await response.json() };
}

describe('HealthModule', () => {
  it('answers liveness whatever the checks say', async () => {
    app.get(ReadinessRegistry).register('store', () => Promise.reject(new Error('secret reason')));
    expect(await ask('/health')).toEqual({ status: 200, body: { status: 'ok' } });
  });

  it('is not ready, and says which check failed or timed out but not why', async () => {
    const registry = app.get(ReadinessRegistry);
    registry.register('store', () => Promise.reject(new Error('secret reason')));
    registry.register('kafka', () => new Promise(() => undefined), 20);
    registry.register('schema', () => Promise.resolve(false));
    registry.register('disk', () => Promise.resolve());
    expect(await ask('/ready')).toEqual({
      status: 503,
      body: {
        ready: false,
        checks: { store: 'failed', kafka: 'timed_out', schema: 'failed', disk: 'ok' },
      },
    });
  });

  it('is ready again when every check holds', async () => {
    const registry = app.get(ReadinessRegistry);
    for (const name of ['store', 'kafka', 'schema'])
      registry.register(name, () => Promise.resolve());
    expect(await ask('/ready')).toMatchObject({ status: 200, body: { ready: true } });
  });

  it('exposes own and default metrics as Prometheus text', async () => {
    const registers = [app.get(MetricsRegistry)];
    new Gauge({ name: 'wherefore_sample', help: 'A sample.', registers }).set(3);
    const response = await fetch(`${url}/metrics`);
    const text = await response.text();
    expect(response.headers.get('content-type')).toContain('text/plain; version=0.0.4');
    expect(text).toContain('wherefore_sample 3');
    expect(text).toContain('process_cpu_seconds_total');
  });
});
