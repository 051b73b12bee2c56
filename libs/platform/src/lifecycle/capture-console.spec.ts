import { afterEach, describe, expect, it } from '@jest/globals';
import { silentLogger } from '../logging/silent-logger.js';
import { captureConsole } from './capture-console.js';

const original = { ...console };
const listeners = process.listeners('warning');

afterEach(() => {
  Object.assign(console, original);
  process.removeAllListeners('warning');
  for (const listener of listeners) process.on('warning', listener);
});

describe('captureConsole', () => {
  it('turns what is printed into log lines of the same level', () => {
    const lines: unknown[] = [];
    const write = (level: string) => (message: string) => lines.push([level, message]);
    captureConsole({ ...silentLogger, info: write('info'), warn: write('warn') });
    console.log('stored %d rows', 3, { in: 'a' });
    console.warn('slow');
    process.emit('warning', new Error('deprecated'));
    expect(lines).toEqual([
      ['info', "stored 3 rows { in: 'a' }"],
      ['warn', 'slow'],
      ['warn', 'deprecated'],
    ]);
  });
});
