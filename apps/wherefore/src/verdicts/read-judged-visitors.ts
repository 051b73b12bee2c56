import {
  condemnedCallers,
  type CondemnedCaller,
  condemnedPrefixes,
  enforcedRequests,
  type EnforcedRequests,
  firstCondemnations,
  type FirstCondemnation,
  type Store,
  type VisitorRow,
} from '#libs/store';
import { JudgedVisitors } from './judged-visitors.js';
import { readVerdictLines } from './read-verdict-lines.js';
import { verdictLine } from './verdict-line.js';

/**
 * What was thought of everybody, how soon, and whom the verdicts would have hit. `addresses`: how many there are; `only`: those of
 * interest, with their evidence.
 */
export async function readJudgedVisitors(
  store: Store,
  addresses: number,
  only?: ReadonlySet<string>,
): Promise<JudgedVisitors> {
  const visitors = new JudgedVisitors(only);
  for await (const line of readVerdictLines(store, addresses)) visitors.add(line);
  const callers = await store.query<CondemnedCaller>(condemnedCallers);
  for (const row of callers) visitors.addCaller(row.agent, verdictLine(row));
  const prefixes = await store.query<VisitorRow>(condemnedPrefixes);
  for (const row of prefixes) visitors.addPrefix(verdictLine(row));
  const enforced = await store.query<EnforcedRequests>(enforcedRequests);
  for (const requests of enforced) visitors.addEnforced(requests);
  const detections = await store.query<FirstCondemnation>(firstCondemnations);
  for (const first of detections) visitors.addDetection(first);
  return visitors;
}
