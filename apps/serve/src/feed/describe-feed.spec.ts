import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { type OpenAPIObject } from '@nestjs/swagger';
import { LIST_FORMATS } from '#libs/enforcement';
import { describeFeed } from './describe-feed.js';
import { FeedModule, type FeedParts } from './feed.module.js';

interface Described {
  readonly parameters: readonly {
    readonly name: string;
    readonly required: boolean;
    readonly description?: string;
    readonly schema: { readonly type: string; readonly enum?: readonly string[] };
  }[];
  readonly responses: Readonly<Record<string, unknown>>;
}

let app: INestApplication;
let document: OpenAPIObject;

beforeAll(async () => {
  const parts = { feed: {}, keys: {}, cursors: {}, limits: {}, metrics: {}, clock: {} };
  app = await NestFactory.create(FeedModule.register(parts as unknown as FeedParts), {
    logger: false,
  });
  document = describeFeed(app);
});

afterAll(() => app.close());

function get(path: string): Described {
  return document.paths[path]?.get as unknown as Described;
}

const namesOf = ({ parameters }: Described): string[] => parameters.map(({ name }) => name).sort();

describe(describeFeed.name, () => {
  it('describes everything that is answered', () => {
    expect(Object.keys(document.paths).sort()).toEqual([
      '/health',
      '/lists/{format}',
      '/v1/decisions',
      '/v1/decisions/stream',
      '/v1/usage-metrics',
    ]);
  });

  it.each([
    ['/v1/decisions/stream', ['startup', 'simulated', 'scopes', 'origins']],
    ['/v1/decisions', ['ip', 'range', 'scope', 'value', 'type', 'contains', 'startup', 'scopes']],
    ['/lists/{format}', ['action', 'intent', 'confidence', 'site', 'family', 'limit', 'after']],
  ])('says of %s what each parameter may hold, and how it refuses', (path, names) => {
    const described = get(path);
    expect(namesOf(described)).toEqual(expect.arrayContaining(names));
    const asked = described.parameters.filter(({ name }) => name !== 'format');
    expect(asked.every(({ required }) => !required)).toBe(true);
    expect(asked.filter(({ description = '' }) => !/.: ./.test(description))).toEqual([]);
    expect(Object.keys(described.responses)).toEqual(
      expect.arrayContaining(['200', '400', '403', '429', '503']),
    );
  });

  it('names every format of the lists', () => {
    const format = get('/lists/{format}').parameters.find(({ name }) => name === 'format');
    expect(format?.schema.enum).toEqual([...LIST_FORMATS.keys()]);
  });

  it('asks for a key where the feeds do', () => {
    expect(Object.keys(document.components?.securitySchemes ?? {}).sort()).toEqual([
      'basic',
      'bearer',
      'key',
    ]);
    expect(document.paths['/lists/{format}']?.get?.security).toContainEqual({ key: [] });
    expect(document.paths['/health']?.get?.security).toBeUndefined();
  });
});
