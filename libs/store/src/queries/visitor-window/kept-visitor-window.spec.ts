import { describe, expect, it } from '@jest/globals';
import { type LogSnapshot } from '../../snapshot/log-snapshot.js';
import { type Store } from '../../store.js';
import { KeptVisitorWindow } from './kept-visitor-window.js';

const HOUR = 3_600_000;
const snapshot = { tails: [], ownStatuses: [], verdicts: 0 } as unknown as LogSnapshot;
const news = 'INSERT INTO window_news';

/** A log of ten addresses of which all move each time; what it is told is kept. */
function restless(told: string[]): Store {
  const row = { learned: '', moved: 10, visitors: 10, apart: 1, changed: 0, present: [] };
  return {
    query: () => Promise.resolve([row]),
    command: (statement: string) => {
      told.push(statement);
      return Promise.resolve();
    },
  } as unknown as Store;
}

describe(KeptVisitorWindow.name, () => {
  it('does not look who moved for a while where too many did', async () => {
    const kept = new KeptVisitorWindow();
    const looked: boolean[] = [];
    for (let hour = 24; hour < 33; hour += 1) {
      const told: string[] = [];
      const log = restless(told);
      const window = { from: (hour - 24) * HOUR, to: hour * HOUR };
      expect(await kept.count({ log, everything: log, snapshot, ...window })).toBeNull();
      looked.push(told.some((statement) => statement.includes(news)));
    }
    expect(looked).toEqual([false, true, false, false, true, false, false, true, false]);
  });
});
