import { type Recount } from '#libs/enforcement';
import { type Store } from '#libs/store';
import { type TestClickHouse } from './clickhouse.js';
import { startAnalysis } from './run-analysis.js';

/** Counts recorded verdicts of a database again, one or all, as `wherefore explain` does. */
export async function recountVerdicts(
  clickhouse: TestClickHouse,
  store: Store,
  verdict = '',
): Promise<readonly Recount[]> {
  const process = startAnalysis(clickhouse, store, {
    ANALYSIS_MODE: 'recount',
    RECOUNT_VERDICT: verdict,
  });
  const recounts: Recount[] = [];
  process.child.on('message', (message: { type: string; recount: Recount }) => {
    if (message.type === 'recount') recounts.push(message.recount);
  });
  const code = await process.exited;
  if (code !== 0) throw new Error(`the recount ended with ${code}: ${JSON.stringify(process.log)}`);
  return recounts;
}
