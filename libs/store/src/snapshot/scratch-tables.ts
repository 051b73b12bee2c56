import { type Store } from '../store.js';

/** Tables that a cycle empties and fills for itself. */
export const scratchTables = [
  'visitor_window',
  'window_hosts',
  'window_forms',
  'window_news',
  'window_moved',
  'window_moved_sessions',
  'window_events',
  'window_paths',
  'window_steps',
  'api_sub_visitor_window',
  'campaign_growth',
] as const;

/**
 * A store in a session with scratch tables of its own, empty and in memory: a cycle can be counted in it again
 * while another is running. Needs the right CREATE TEMPORARY TABLE.
 */
export async function withOwnScratch(store: Store): Promise<Store> {
  const session = store.inSession();
  for (const table of scratchTables) {
    await session.command(makeScratch(table));
  }
  return session;
}

/** Makes an empty scratch table of a session. */
export function makeScratch(table: (typeof scratchTables)[number]): string {
  return `CREATE TEMPORARY TABLE ${table} ENGINE = ${engineOf(table)} AS SELECT * FROM ${table} WHERE 0`;
}

/** `joinGet` looks up in nothing but a Join table; a whole window of events can be more than memory holds. */
function engineOf(table: (typeof scratchTables)[number]): string {
  if (table === 'window_paths') return 'Join(ANY, LEFT, path)';
  if (table === 'window_events') return 'MergeTree ORDER BY client_address';
  return table === 'window_steps' ? 'Join(ANY, LEFT, step)' : 'Memory';
}
