import { describe, expect, it } from '@jest/globals';
import { readLabels } from '../labels/labelled-visitor.js';
import { readLogLine } from '../log/read-log-line.js';
import { MAINSTREAM_USER_AGENTS } from './mainstream-user-agents.js';
import { maskLog } from './mask-log.js';

const line = (address: string, agent: string): string =>
  `${address} - - [28/Oct/2023:13:45:01 +0000] "GET / HTTP/1.1" 200 1 "-" "${agent}"`;
const agentsOf = (lines: readonly string[]): string[] =>
  lines.map((text) => readLogLine(text)?.request.userAgent ?? '?');

describe(maskLog.name, () => {
  it('gives a bad bot one browser for all its requests, whatever it called itself, in every log', () => {
    const visitors = readLabels('visitor,label\n192.0.2.1,bad_bot\n');
    const logs = [[line('192.0.2.1', 'curl/8'), line('192.0.2.1', '-')], [line('192.0.2.1', 'x')]];
    const masked = maskLog(logs, visitors);
    const agents = new Set(agentsOf(masked.logs.flat()));
    expect(agents.size).toBe(1);
    expect(MAINSTREAM_USER_AGENTS).toContain([...agents][0]);
    expect(masked.maskedRequests).toBe(3);
    expect(masked.labels).toBe('visitor,label\n192.0.2.1,bad_bot\n');
    expect(maskLog(logs, visitors)).toEqual(masked);
  });

  it('lets people, verified bots and the site itself keep their names', () => {
    const visitors = readLabels(
      'visitor,label\n192.0.2.1,human\n192.0.2.2,good_bot\n192.0.2.3,self\n',
    );
    const log = ['192.0.2.1', '192.0.2.2', '192.0.2.3', '192.0.2.4'].map((one) =>
      line(one, 'curl/8'),
    );
    expect(maskLog([log], visitors).logs).toEqual([log]);
  });

  it('masks visitors of unknown label where their user agent says bot', () => {
    const visitors = readLabels('visitor,label\n192.0.2.1,unknown\n192.0.2.2,unknown\n');
    const person = line('192.0.2.2', MAINSTREAM_USER_AGENTS[0] ?? '');
    const [masked] = maskLog([[line('192.0.2.1', 'curl/8'), person]], visitors).logs;
    expect(agentsOf(masked ?? [])[0]).toMatch(/^Mozilla/);
    expect(masked?.[1]).toBe(person);
  });

  it('names a visitor behind a shared address anew, and never after a neighbour', () => {
    const staff = MAINSTREAM_USER_AGENTS.slice(1);
    const rows = staff.map((agent) => `"192.0.2.1|${agent}",human,`).join('\n');
    const visitors = readLabels(
      `visitor,label,user_agent_contains\n${rows}\n192.0.2.1,bad_bot,DirBuster\n`,
    );
    const log = [...staff, 'DirBuster-1.0'].map((agent) => line('192.0.2.1', agent));
    const masked = maskLog([log], visitors);
    const only = MAINSTREAM_USER_AGENTS[0] ?? '';
    expect(agentsOf(masked.logs[0] ?? []).at(-1)).toBe(only);
    const label = readLabels(masked.labels).at(-1);
    expect(label).toMatchObject({ userAgent: only, label: 'bad_bot' });
    expect(label?.userAgentContains ?? '').toBe('');
  });
});
