import { startTestClickHouse } from '../../../support/clickhouse.js';
import { runVerdictFault } from '../run-verdict-fault.js';
import { type VerdictTrial } from '../verdict-trial.js';
import { VERDICT_FAULTS } from '../verdict-faults.js';

/** A cycle that sees or concludes something wrong, between healthy ones, as often as wanted. */
export const guardTrials: readonly VerdictTrial[] = VERDICT_FAULTS.map((fault) => ({
  name: fault.name.replaceAll(' ', '-'),
  group: 'guards',
  what: `${fault.name}: the cycle publishes nothing bad, and says why`,
  count: 1,
  run: async ({ count }) => {
    const clickhouse = await startTestClickHouse({ migrated: false });
    const sum = { injected: 0, published: 0, kept: 0, inForce: 0, afterwards: 0 };
    const alerts = new Set<string>();
    const failures: string[] = [];
    try {
      for (; sum.injected < count; sum.injected += 1) {
        const result = await runVerdictFault(clickhouse, fault);
        sum.published += result.published;
        sum.kept += result.kept;
        sum.inForce += result.inForce;
        sum.afterwards += result.afterwards;
        for (const alert of result.alerts) alerts.add(alert);
        if (!result.ok) failures.push(JSON.stringify(result));
      }
    } finally {
      await clickhouse.stop();
    }
    const figures = {
      injected: sum.injected,
      'bad publications': sum.published,
      'last known good kept': `${sum.kept} of ${sum.inForce}`,
      alert: [...alerts].join(', '),
      'published after the repair': sum.afterwards,
    };
    return { figures, failures };
  },
}));
