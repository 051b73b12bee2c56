import { type EnforcedRequests, enforcedRequests, type Store } from '#libs/store';
import { JudgedVisitors } from './judged-visitors.js';
import { readVerdictLines } from './read-verdict-lines.js';

/** What was thought of everybody, and whom the verdicts would have hit. `addresses`: how many there are. */
export async function readJudgedVisitors(store: Store, addresses: number): Promise<JudgedVisitors> {
  const visitors = new JudgedVisitors();
  for await (const line of readVerdictLines(store, addresses)) visitors.add(line);
  const enforced = await store.query<EnforcedRequests>(enforcedRequests);
  for (const requests of enforced) visitors.addEnforced(requests);
  return visitors;
}
