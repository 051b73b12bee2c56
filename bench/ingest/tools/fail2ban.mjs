import { notInstalled } from './installed.mjs';
import { runTool } from './run-tool.mjs';
import { withFolder } from './with-folder.mjs';

/** Dates and one expression a line: answers 401, 403, 404 and 429. */
const FAILURES = '^<HOST> \\S+ \\S+ \\[\\] "[^"]*" (?:401|403|404|429) ';
/** Told, since trying all dates that it knows takes twenty times as long. */
const DATE = '%d/%b/%Y:%H:%M:%S %z';

export const fail2ban = {
  name: 'fail2ban',
  what: 'fail2ban-regex on the file, combined, one expression',
  lacks: 'Kafka, rows, every field but address and time: finds lines of four statuses',
  missing: () => notInstalled('fail2ban-regex', 'fail2ban'),
  run: ({ log }) =>
    withFolder(async (folder) => {
      const cost = await runTool('fail2ban-regex', ['-d', DATE, log.files.combined, FAILURES], {
        folder,
      });
      const hits = Number(/Failregex: (\d+) total/.exec(cost.said)?.[1] ?? 0);
      if (hits === 0) throw new Error(`fail2ban-regex found nothing: ${cost.said.slice(0, 2_000)}`);
      return { lines: log.lines, ...cost };
    }),
};
