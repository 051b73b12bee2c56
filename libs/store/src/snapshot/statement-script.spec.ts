import { describe, expect, it } from '@jest/globals';
import { statementScript } from './statement-script.js';

const seen = ['kafka_offset < 5', "kafka_topic != ''"];

function scriptOf(parameters: Record<string, unknown>, sql: string): string {
  return statementScript('wherefore', seen, [
    'REASON: it \u001b[31mshouts\nDROP TABLE x',
    { sql, parameters },
  ]);
}

describe(statementScript.name, () => {
  it('sees the log as of the snapshot, in scratch tables of its own', () => {
    const script = scriptOf({}, 'SELECT 1');
    expect(script).toContain(
      "SET additional_table_filters = {'wherefore.access_events': 'kafka_offset < ",
    );
    expect(script.indexOf('CREATE TEMPORARY TABLE visitor_window')).toBeGreaterThan(0);
    expect(script).not.toContain('TRUNCATE');
  });

  it('binds what a statement names, and nothing else', () => {
    const script = scriptOf({ site: 'a', other: 'b' }, 'SELECT {site: String}');
    expect(script).toContain("SET param_site = 'a';\nSELECT {site: String};");
    expect(script).not.toContain('param_other');
  });

  it('lets no text of the log steer the terminal or end its literal', () => {
    const script = scriptOf(
      { agent: "a'; DROP TABLE x; --\u001b]0;\u202e\\" },
      'SELECT {agent: String}',
    );
    expect(script).toContain(
      String.raw`SET param_agent = 'a\'; DROP TABLE x; --\x1b]0;\xe2\x80\xae\\\\';`,
    );
    expect(script).toContain('-- REASON: it  [31mshouts DROP TABLE x');
    expect(script.replaceAll('\n', '')).not.toMatch(/\p{C}/u);
  });

  it('writes lists as ClickHouse reads them', () => {
    const script = scriptOf({ cells: ["it's", 'b'] }, 'SELECT {cells: Array(String)}');
    expect(script).toContain(String.raw`SET param_cells = '[\'it\\\'s\',\'b\']';`);
  });
});
