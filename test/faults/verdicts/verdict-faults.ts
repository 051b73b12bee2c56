import { defaultPolicy } from '#libs/intent';
import { type QueryParameters, type Store, visitorFeatures } from '#libs/store';
import { type CrawlerProver } from '../../../apps/analyse/src/proofs/crawler-prover.js';
import { type Conditions } from './guarded-analysis.js';
import { type VerdictFault } from './verdict-fault.js';

/** Proves everybody who is asked about, once it is poisoned: a range of 0.0.0.0/0. */
class PoisonedCatalogue {
  isPoisoned = false;

  prove: CrawlerProver['prove'] = () =>
    Promise.resolve(() =>
      this.isPoisoned ? { signer: null, verification: 'dns' as const, impostor: false } : undefined,
    );
}

const catalogue = new PoisonedCatalogue();
const HOUR_MS = 3_600_000;

const duplicatedRows: VerdictFault = {
  name: 'duplicated rows',
  reason: 'duplicated_rows',
  inject: ({ store }) =>
    store.command(
      'INSERT INTO access_events SELECT * FROM access_events',
      {},
      { insert_deduplicate: 0 },
    ),
  repair: async ({ store }) => {
    await store.command('CREATE TABLE once AS access_events ENGINE = MergeTree ORDER BY tuple()');
    await store.command('INSERT INTO once SELECT DISTINCT * FROM access_events');
    await store.command('TRUNCATE TABLE access_events');
    await store.command(
      'INSERT INTO access_events SELECT * FROM once',
      {},
      { insert_deduplicate: 0 },
    );
  },
};

const emptyResults: VerdictFault = {
  name: 'empty results',
  reason: 'empty_result',
  inject: ({ conditions, store }) => {
    conditions.as = answeringNothing(store);
    return Promise.resolve();
  },
  repair: ({ conditions }) => {
    delete conditions.as;
    return Promise.resolve();
  },
};

/** The same store, which answers no visitors. */
function answeringNothing(store: Store): Store {
  return new Proxy(store, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name, target);
      if (typeof value !== 'function') return value;
      if (name === 'seeing')
        return (...about: Parameters<Store['seeing']>) => answeringNothing(target.seeing(...about));
      if (name === 'keepingTo')
        return (condition: string) => answeringNothing(target.keepingTo(condition));
      if (name !== 'query') return value.bind(target) as unknown;
      return (sql: string, parameters?: QueryParameters) =>
        sql === visitorFeatures ? Promise.resolve([]) : target.query(sql, parameters);
    },
  });
}

const tenTimesTheGrowth: VerdictFault = {
  name: 'ten times the growth',
  reason: 'growth',
  traffic: { attackers: 320, attackersFrom: 100, people: 40 },
  conditions: () => ({
    clockError: 0,
    policy: { ...defaultPolicy, limits: { ...defaultPolicy.limits, growthFrom: 20 } },
  }),
};

const schemaChange: VerdictFault = {
  name: 'schema change',
  reason: 'schema',
  inject: ({ store }) =>
    store.command('ALTER TABLE access_events RENAME COLUMN duration_ms TO took_ms'),
  repair: ({ store }) =>
    store.command('ALTER TABLE access_events RENAME COLUMN took_ms TO duration_ms'),
};

const lostPermissions: VerdictFault = {
  name: 'lost permissions',
  reason: 'permissions',
  inject: ({ conditions, analyst }) => {
    conditions.as = analyst;
    return Promise.resolve();
  },
  repair: ({ conditions }) => {
    delete conditions.as;
    return Promise.resolve();
  },
};

const clockTwoYearsBack: VerdictFault = {
  name: 'clock two years back',
  reason: 'clock',
  inject: ({ conditions }) => setClock(conditions, -2 * 365 * 24 * HOUR_MS),
  repair: ({ conditions }) => setClock(conditions, 0),
};

const clockHalfAnHourBack: VerdictFault = {
  name: 'clock half an hour back',
  reason: 'clock',
  inject: ({ conditions }) => setClock(conditions, -HOUR_MS / 2),
  repair: ({ conditions }) => setClock(conditions, 0),
};

const clockAheadAndBack: VerdictFault = {
  name: 'clock a day ahead and back',
  reason: 'clock',
  conditions: () => ({ clockError: 24 * HOUR_MS }),
  inject: ({ conditions }) => setClock(conditions, 0),
};

const poisonedCatalogue: VerdictFault = {
  name: 'catalogue verifies everybody',
  reason: 'catalogue',
  traffic: { attackers: 30, people: 40, asCrawler: true },
  conditions: () => ({ clockError: 0, prover: catalogue as unknown as CrawlerProver }),
  inject: () => {
    catalogue.isPoisoned = true;
    return Promise.resolve();
  },
  repair: () => {
    catalogue.isPoisoned = false;
    return Promise.resolve();
  },
};

/** Disproves everybody's claim, once it has lost its ranges. */
class EmptiedCatalogue {
  isEmpty = false;

  prove: CrawlerProver['prove'] = () =>
    Promise.resolve(() =>
      this.isEmpty ? { signer: null, verification: 'dns' as const, impostor: true } : undefined,
    );
}

const ranges = new EmptiedCatalogue();

const emptiedCatalogue: VerdictFault = {
  name: 'catalogue verifies nobody',
  reason: 'catalogue',
  traffic: { attackers: 30, people: 40, attackersFrom: 10, crawlers: 15 },
  conditions: () => ({ clockError: 0, prover: ranges as unknown as CrawlerProver }),
  inject: () => {
    ranges.isEmpty = true;
    return Promise.resolve();
  },
  repair: () => {
    ranges.isEmpty = false;
    return Promise.resolve();
  },
};

/** Every way in which a cycle must not publish. */
export const VERDICT_FAULTS: readonly VerdictFault[] = [
  duplicatedRows,
  emptyResults,
  tenTimesTheGrowth,
  schemaChange,
  lostPermissions,
  clockTwoYearsBack,
  clockHalfAnHourBack,
  clockAheadAndBack,
  poisonedCatalogue,
  emptiedCatalogue,
];

function setClock(conditions: Conditions, error: number): Promise<void> {
  conditions.clockError = error;
  return Promise.resolve();
}
