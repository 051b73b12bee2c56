import { notInstalled } from './installed.mjs';
import { runTool } from './run-tool.mjs';
import { withFolder } from './with-folder.mjs';

/** GoAccess on the combined file: every default panel into a JSON report. */
export const goaccess = {
  name: 'goaccess',
  what: 'GoAccess on the file, combined',
  lacks:
    'Kafka, rows to ask anything of, exactly once, verdicts: counts per panel, then the lines are gone',
  missing: () => notInstalled('goaccess', 'goaccess'),
  run: ({ log }) =>
    withFolder(async (folder) => {
      const args = [
        log.files.combined,
        '--log-format=COMBINED',
        '--no-global-config',
        '--no-progress',
      ];
      const cost = await runTool('goaccess', [...args, '-o', 'report.json'], { folder });
      return { lines: log.lines, ...cost };
    }),
};
