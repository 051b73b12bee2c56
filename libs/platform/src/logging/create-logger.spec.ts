import { describe, expect, it } from '@jest/globals';
import { PassThrough } from 'node:stream';
import { createLogger } from './create-logger.js';
import { type Logger, type LogLevel } from './logger.js';
import { NestLogger } from './nest-logger.js';

async function linesOf(
  use: (logger: Logger) => void,
  level: LogLevel = 'info',
): Promise<{ text: string; lines: Record<string, unknown>[] }> {
  const stream = new PassThrough();
  use(createLogger('sample', level, stream));
  await new Promise((resolve) => setImmediate(resolve));
  const text = String(stream.read() ?? '');
  const lines = text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);
  return { text, lines };
}

describe('createLogger', () => {
  it('writes one JSON object a line with time, level, message, process and fields', async () => {
    const { lines } = await linesOf((logger) => logger.info('stored', { rows: 12n }));
    expect(lines).toEqual([
      {
        timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
        level: 'info',
        message: 'stored',
        process: 'sample',
        rows: '12',
      },
    ]);
  });

  it('carries the correlation of a child on every line of the child only', async () => {
    const { lines } = await linesOf((logger) => {
      logger.child({ correlation: 'batch-7' }).warn('slow');
      logger.info('other');
    });
    expect(lines.map(({ correlation }) => correlation)).toEqual(['batch-7', undefined]);
  });

  it('drops what is below its level', async () => {
    const { lines } = await linesOf((logger) => {
      logger.debug('a');
      logger.info('b');
      logger.error('c');
    }, 'error');
    expect(lines.map(({ message }) => message)).toEqual(['c']);
  });

  it('cannot be broken into two lines, nor colour a terminal, by what it is given', async () => {
    const hostile = 'a\nb\r\u2028c\u001b[31m\u009b31m\u202etxt\u0000';
    const { text, lines } = await linesOf((logger) => logger.info(hostile, { path: hostile }));
    expect(text).toMatch(/^[\x20-\x7e]+\n$/);
    expect(lines).toMatchObject([{ message: hostile, path: hostile }]);
  });

  it('caps long texts and survives cycles', async () => {
    const loop: Record<string, unknown> = { long: 'x'.repeat(100_000) };
    loop['self'] = loop;
    const { text, lines } = await linesOf((logger) => logger.info('cycle', { loop }));
    expect(text.length).toBeLessThan(10_000);
    expect(lines).toMatchObject([{ loop: { self: '[circular]' } }]);
  });

  it('spells errors out with code and cause', async () => {
    const cause = Object.assign(new Error('refused'), { code: 'ECONNREFUSED' });
    const error = new Error('no store', { cause });
    const { lines } = await linesOf((logger) => logger.error('failed', { error }));
    expect(lines).toMatchObject([
      {
        message: 'failed',
        error: { message: 'no store', cause: { message: 'refused', code: 'ECONNREFUSED' } },
      },
    ]);
  });
});

describe('NestLogger', () => {
  it("turns Nest's calls into lines with their context", async () => {
    const { lines } = await linesOf((logger) => {
      const nest = new NestLogger(logger);
      nest.log('started', 'NestFactory');
      nest.error('broken', 'stack', 'Router');
    }, 'debug');
    expect(lines).toMatchObject([
      { level: 'debug', message: 'started', context: 'NestFactory' },
      { level: 'error', message: 'broken', context: 'Router', details: ['stack'] },
    ]);
  });
});
