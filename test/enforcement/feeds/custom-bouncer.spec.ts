import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { until } from '../../support/until.js';
import { installed } from './debian.js';
import { RunningProgram } from './running-program.js';
import { serveVerdicts, type ServedVerdicts } from './served-verdicts.js';

const BOUNCER = '/usr/bin/crowdsec-custom-bouncer';
const there = installed({ [BOUNCER]: 'crowdsec-custom-bouncer' });

(there ? describe : describe.skip)('crowdsec-custom-bouncer, from Debian', () => {
  let served: ServedVerdicts;
  let bouncer: RunningProgram;
  let heard: string;

  /** What the bouncer told its script so far: `add <value> <seconds> <scenario>`, `del …`. */
  const told = (): string[][] =>
    existsSync(heard)
      ? readFileSync(heard, 'utf8')
          .trim()
          .split('\n')
          .map((line) => line.split(' '))
      : [];
  const hears = (what: string, value: string): Promise<void> =>
    until(() => told().some(([word, about]) => word === what && about === value), 30_000);

  beforeAll(async () => {
    served = await serveVerdicts();
    heard = join(served.folder, 'heard.txt');
    const script = join(served.folder, 'hook.sh');
    await writeFile(script, `#!/bin/sh\necho "$1 $2 $3 $4" >> ${heard}\n`, { mode: 0o755 });
    await served.history.condemn('11.5.0.1');
    const config = join(served.folder, 'custom-bouncer.yaml');
    await writeFile(
      config,
      [
        `bin_path: ${script}`,
        'feed_via_stdin: false',
        `piddir: ${served.folder}/`,
        'update_frequency: 1s',
        'cache_retention_duration: 1s',
        'daemonize: false',
        'log_mode: stdout',
        'log_level: info',
        `api_url: ${served.url}/`,
        `api_key: ${served.key}`,
        'prometheus:',
        '  enabled: false',
      ].join('\n'),
    );
    bouncer = new RunningProgram(BOUNCER, ['-c', config]);
  });

  afterAll(async () => {
    await bouncer.stop();
    await served.stop();
  });

  it('hears of a verdict that was there before it, with the time it has left', async () => {
    await hears('add', '11.5.0.1');
    const [, , seconds, scenario] = told()[0] ?? [];
    expect(Number(seconds)).toBeGreaterThan(500);
    expect(Number(seconds)).toBeLessThanOrEqual(600);
    expect(scenario).toBe('wherefore/OAT-008');
  });

  it('hears of a new one, of its lift, and of what ends by the clock', async () => {
    await served.history.condemn('11.5.0.2');
    await hears('add', '11.5.0.2');
    await served.history.lift('11.5.0.2');
    await hears('del', '11.5.0.2');
    await served.history.condemn('2a00:5::1', { ttlMs: 5_000 });
    await hears('add', '2a00:5::1');
    await hears('del', '2a00:5::1');
    expect(told().filter(([word, value]) => word === 'del' && value === '11.5.0.1')).toEqual([]);
  });

  it('hears nothing of an address that must not leave the house', async () => {
    await served.history.condemn('10.5.0.3');
    await served.history.condemn('11.5.0.4');
    await hears('add', '11.5.0.4');
    expect(told().map(([, value]) => value)).not.toContain('10.5.0.3');
  });
});
