import { describe, expect, it } from '@jest/globals';
import { CliError } from '../cli-error.js';
import { labelKey } from './label.js';
import { parseLabels } from './parse-labels.js';

describe(parseLabels.name, () => {
  it('reads visitors that are addresses, in their canonical text', () => {
    const csv =
      'visitor,label,class,confidence,requests\n2001:DB8:0:0::7,bad_bot,vuln_scan,high,12\nhost.example,human,,low,\n';
    expect(parseLabels(csv)).toMatchObject([
      {
        address: '2001:db8::7',
        userAgent: undefined,
        label: 'bad_bot',
        class: 'vuln_scan',
        requests: 12,
      },
      { address: 'host.example', label: 'human', class: '', requests: undefined },
    ]);
  });

  it('reads visitors that are a user agent behind an address', () => {
    const csv =
      'visitor,label,class\n"192.0.2.1|Mozilla/5.0 (X11; a|b), like",human,staff\n192.0.2.1|-,bad_bot,tool\n';
    const [person, tool] = parseLabels(csv);
    expect(person).toMatchObject({
      address: '192.0.2.1',
      userAgent: 'Mozilla/5.0 (X11; a|b), like',
    });
    expect(tool).toMatchObject({ address: '192.0.2.1', userAgent: '' });
  });

  it('reads visitors told apart by a part of the user agent', () => {
    const [label] = parseLabels(
      'visitor,user_agent_contains,label,class\n192.0.2.1,DirBuster,bad_bot,scan\n',
    );
    expect(label).toMatchObject({ userAgent: undefined, userAgentContains: 'DirBuster' });
    expect(label && labelKey(label)).toBe('192.0.2.1|DirBuster');
  });

  it.each(['', 'ip,verdict\n192.0.2.1,bad\n', 'visitor,label\n"192.0.2.1,human\n'])(
    'says what is wrong with %j',
    (csv) => {
      expect(() => parseLabels(csv)).toThrow(CliError);
    },
  );
});
