import { randomUUID } from 'node:crypto';
import { migrate, type Store } from '#libs/store';
import { migrationsDir, startTestClickHouse } from '../../../support/clickhouse.js';
import { runClosedLoop } from '../closed-loop.js';
import { type VerdictTrial } from '../verdict-trial.js';

/** A day of steps of ten minutes. */
const STEPS = 144;
const CONTROL_STEPS = 18;
const HOUR = 6;

/** Steps in which each attacks: for good, a while, once, again later, by day. */
const ATTACKERS = {
  '198.51.100.1': () => true,
  '198.51.100.2': (step: number) => step < 3 * HOUR,
  '198.51.100.3': (step: number) => step === 0,
  '198.51.100.4': (step: number) => step < 9 || (step > 8 * HOUR && step < 10 * HOUR),
  '198.51.100.5': (step: number) => step % (6 * HOUR) < HOUR && step < 18 * HOUR,
  '198.51.100.6': (step: number) => step >= 4 * HOUR && step < 12 * HOUR,
};

/** 24 hours in which a WAF enforces what it is told and logs what it refuses. */
export const closedLoopTrial: VerdictTrial = {
  name: 'closed-loop',
  group: 'simulations',
  what: 'steps of ten minutes in which verdicts are enforced and logged: none is renewed by its own blocks',
  count: STEPS,
  run: async ({ count }) => {
    const clickhouse = await startTestClickHouse({ migrated: false });
    const anew = async (): Promise<Store> => {
      const store = clickhouse.connect({ database: `loop_${randomUUID().slice(0, 8)}` });
      await migrate(store, migrationsDir);
      return store;
    };
    try {
      const loop = await runClosedLoop(await anew(), { steps: count, attackers: ATTACKERS });
      const control = await runClosedLoop(await anew(), {
        steps: CONTROL_STEPS,
        attackers: { '198.51.100.1': () => true },
        refusal: 404,
      });
      const { condemned, renewedByOwnBlocks, stopped, released, alerts } = loop;
      const figures = {
        'steps of 10 min': count,
        condemned,
        renewed: loop.changes.filter(({ change }) => change === 'renewed').length,
        'renewed by own blocks': renewedByOwnBlocks,
        'released within a cycle': `${released} of ${stopped}`,
        'control: blocks logged as 404, renewed by them': control.renewedByOwnBlocks,
      };
      return {
        figures,
        failures: [
          ...(condemned === 0 ? ['nobody was condemned'] : []),
          ...(renewedByOwnBlocks > 0 ? ['verdicts were renewed by their own blocks'] : []),
          ...(released < stopped ? ['somebody was not released in time'] : []),
          ...(control.renewedByOwnBlocks === 0 ? ['the control found nothing to find'] : []),
          ...alerts.map((reason) => `an alert: ${reason}`),
        ],
      };
    } finally {
      await clickhouse.stop();
    }
  },
};
