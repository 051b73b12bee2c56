import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import getPort from 'get-port';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { askHaproxy } from '../../../apps/push/src/targets/haproxy-socket.js';
import { type TestProcess } from '../../support/app-process.js';
import { until } from '../../support/until.js';
import { installed } from '../feeds/debian.js';
import { PROXIES } from '../feeds/proxies.js';
import { RunningProgram } from '../feeds/running-program.js';
import { type PushedVerdicts, pushedVerdicts } from './pushed-verdicts.js';

const HAPROXY = '/usr/sbin/haproxy';
const check = installed({ [HAPROXY]: 'haproxy' }) ? it : it.skip;
const HOUR_S = 3_600;

describe('HAProxy, from Debian, by its runtime API', () => {
  let pushed: PushedVerdicts;
  let haproxy: RunningProgram;
  let push: TestProcess;
  let port: number;
  let map: string;
  let socket: string;

  const statusFor = async (address: string): Promise<number> => {
    const headers = { 'X-Real-IP': address, Connection: 'close' };
    return (await fetch(`http://127.0.0.1:${port}/`, { headers })).status;
  };
  const becomes = (address: string, status: number): Promise<void> =>
    until(async () => (await statusFor(address)) === status, 30_000);
  const listed = async (): Promise<number> =>
    (await askHaproxy(socket, `show map ${map}`))
      .split('\n')
      .filter((line) => line.startsWith('0x')).length;

  const target = (): object => ({ kind: 'haproxy', socket, map, limits: { confirmations: 0 } });

  /** As docs/operations has it, without the timer and with the socket. */
  const configuration = (folder: string): string => {
    const setup = PROXIES.find(({ list }) => list === 'haproxy-map');
    const rest = setup?.configuration({ folder, listed: map, port }) ?? '';
    return `global\n  stats socket ${socket} mode 600 level admin\n${rest}`;
  };

  beforeAll(async () => {
    if (check === it.skip) return;
    pushed = await pushedVerdicts();
    const { folder } = pushed;
    port = await getPort();
    map = join(folder, 'wherefore.map');
    socket = join(folder, 'admin.sock');
    const path = join(folder, 'haproxy.cfg');
    await writeFile(map, '');
    await writeFile(path, configuration(folder));
    haproxy = new RunningProgram(HAPROXY, ['-W', '-f', path, '-p', join(folder, 'haproxy.pid')]);
    await until(async () => (await statusFor('20.1.0.9').catch(() => 0)) === 200).catch(() => {
      throw new Error(haproxy.output);
    });
    await pushed.feeder.condemn('20.1.0.1', HOUR_S);
    push = await pushed.push(target());
  });

  afterAll(async () => {
    if (check === it.skip) return;
    await haproxy.stop();
    await pushed.stop();
  });

  check(
    'refuses who is listed, nobody else, and lets in who is lifted or whose verdict ends',
    async () => {
      await becomes('20.1.0.1', 403);
      await pushed.feeder.condemn('2a00:1::1', HOUR_S);
      await pushed.feeder.condemn('20.1.0.3', 5);
      await becomes('2a00:1::1', 403);
      await becomes('20.1.0.3', 403);
      expect([await statusFor('20.1.0.2'), await statusFor('2a00:1::2')]).toEqual([200, 200]);
      await pushed.feeder.lift('2a00:1::1');
      await becomes('2a00:1::1', 200);
      await becomes('20.1.0.3', 200);
      expect(await statusFor('20.1.0.1')).toBe(403);
    },
  );

  check(
    'lets no request of a listed one through while the map is swapped again and again',
    async () => {
      await becomes('20.1.0.1', 403);
      const many = Array.from({ length: 2_000 }, (_, at) => `20.2.${at >> 7}.${(at & 127) * 2}`);
      const answers = new Map<number, number>();
      let isOver = false;
      const hammer = async (): Promise<void> => {
        while (!isOver) {
          const status = await statusFor('20.1.0.1');
          answers.set(status, (answers.get(status) ?? 0) + 1);
        }
      };
      const hammers = [hammer(), hammer(), hammer(), hammer()];
      for (let round = 0; round < 4; round++) {
        const part = many.slice(round * 500, (round + 1) * 500);
        await pushed.feeder.condemnAll(part, HOUR_S);
        await until(async () => (await listed()) === 1 + (round + 1) * 500, 30_000);
      }
      isOver = true;
      await Promise.all(hammers);
      expect([...answers.keys()]).toEqual([403]);
      expect(answers.get(403)).toBeGreaterThan(200);
      expect([await statusFor(many[7] ?? ''), await statusFor('20.1.0.2')]).toEqual([403, 200]);
    },
  );

  check('fills the map again after a reload has emptied it', async () => {
    const before = await listed();
    expect(before).toBeGreaterThan(1_000);
    process.kill(Number(await readFile(join(pushed.folder, 'haproxy.pid'), 'utf8')), 'SIGUSR2');
    await until(async () => (await statusFor('20.1.0.1').catch(() => 0)) === 200, 30_000);
    await becomes('20.1.0.1', 403);
    expect(await listed()).toBe(before);
  });

  check(
    'goes on with what it has while push is away, and hears of a lift when it is back',
    async () => {
      push.child.kill('SIGKILL');
      await push.exited;
      await pushed.feeder.lift('20.1.0.1');
      expect(await statusFor('20.1.0.1')).toBe(403);
      push = await pushed.push(target());
      await becomes('20.1.0.1', 200);
    },
  );
});
