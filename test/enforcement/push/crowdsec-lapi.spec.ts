import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { type TestProcess } from '../../support/app-process.js';
import { until } from '../../support/until.js';
import { installed } from '../feeds/debian.js';
import { CrowdsecLapi } from './crowdsec.js';
import { type PushedVerdicts, pushedVerdicts } from './pushed-verdicts.js';

const check = installed({ '/usr/bin/crowdsec': 'crowdsec', '/usr/bin/cscli': 'crowdsec' })
  ? it
  : it.skip;
const HOUR_S = 3_600;
const PASSWORD = 'password-of-a-test';

describe('the local API of CrowdSec, from Debian', () => {
  let pushed: PushedVerdicts;
  let lapi: CrowdsecLapi;
  let push: TestProcess;

  const becomes = (told: string): Promise<void> =>
    until(async () => (await lapi.told()) === told, 30_000);
  const start = (): Promise<TestProcess> =>
    pushed.push(
      {
        kind: 'crowdsec_lapi',
        url: lapi.url,
        machine_id: 'wherefore',
        password: { env: 'LAPI_PASSWORD' },
        actions: ['block', 'challenge'],
      },
      { LAPI_PASSWORD: PASSWORD },
    );

  beforeAll(async () => {
    if (check === it.skip) return;
    pushed = await pushedVerdicts();
    lapi = await CrowdsecLapi.start(pushed.folder, { name: 'wherefore', password: PASSWORD });
    await pushed.feeder.condemn('20.3.0.1', HOUR_S);
    push = await start();
  });

  afterAll(async () => {
    if (check === it.skip) return;
    await lapi.stop();
    await pushed.stop();
  });

  check(
    'tells bouncers and operators of a verdict, with its threat and the time it has left',
    async () => {
      await becomes('20.3.0.1 ban');
      const [decision] = await lapi.decisions();
      expect(decision).toMatchObject({
        origin: 'wherefore',
        scope: 'Ip',
        scenario: 'wherefore/OAT-008',
        duration: expect.stringMatching(/^59m/),
      });
      const listed = await lapi.cscli('decisions', 'list', '--origin', 'wherefore', '-o', 'json');
      expect(listed).toContain('20.3.0.1');
    },
  );

  check('follows new verdicts, lifts, and what ends by the clock', async () => {
    await pushed.feeder.condemn('2a00:3::1', HOUR_S);
    await pushed.feeder.condemn('20.3.0.9', 6);
    await becomes('20.3.0.1 ban, 20.3.0.9 ban, 2a00:3::1 ban');
    await pushed.feeder.lift('2a00:3::1');
    await becomes('20.3.0.1 ban');
  });

  check('renews a decision whose verdict was renewed, and has one of it', async () => {
    await pushed.feeder.condemn('20.3.0.1', 2 * HOUR_S);
    await until(async () =>
      (await lapi.decisions()).every(({ duration }) => duration.startsWith('1h59m')),
    );
    expect(await lapi.told()).toBe('20.3.0.1 ban');
  });

  check('leaves the decisions of others alone', async () => {
    await lapi.cscli('decisions', 'add', '--ip', '20.4.0.1', '--duration', '4h');
    await pushed.feeder.condemn('20.3.0.5', HOUR_S);
    await becomes('20.3.0.1 ban, 20.3.0.5 ban, 20.4.0.1 ban');
    await pushed.feeder.lift('20.3.0.5');
    await becomes('20.3.0.1 ban, 20.4.0.1 ban');
  });

  check(
    'lets decisions end by themselves while push is away, and goes on without doubling any',
    async () => {
      await pushed.feeder.condemn('20.3.0.7', 8);
      await becomes('20.3.0.1 ban, 20.3.0.7 ban, 20.4.0.1 ban');
      push.child.kill('SIGKILL');
      await push.exited;
      await becomes('20.3.0.1 ban, 20.4.0.1 ban');
      push = await start();
      await pushed.feeder.condemn('20.3.0.8', HOUR_S);
      await becomes('20.3.0.1 ban, 20.3.0.8 ban, 20.4.0.1 ban');
      await setTimeout(2_000);
      expect(await lapi.told()).toBe('20.3.0.1 ban, 20.3.0.8 ban, 20.4.0.1 ban');
    },
  );

  check('says so when the machine account is gone, and recovers', async () => {
    await lapi.cscli('machines', 'delete', 'wherefore');
    push.child.kill('SIGKILL');
    await push.exited;
    push = await start();
    const url = await push.url;
    const failure = async (): Promise<string> => (await fetch(`${url}/targets`)).text();
    await until(async () => (await failure()).includes('"DENIED"'));
    expect(await failure()).not.toContain(PASSWORD);
    await lapi.cscli('machines', 'add', 'wherefore', '--password', PASSWORD, '--file', '/dev/null');
    await pushed.feeder.lift('20.3.0.8');
    await becomes('20.3.0.1 ban, 20.4.0.1 ban');
  });
});
