import { describe, expect, it } from '@jest/globals';
import { labelsCsv } from './labels-csv.js';

describe('labelsCsv', () => {
  it('writes a header and one quoted row for each visitor', () => {
    const label = {
      visitor: '21.32.0.4|Mozilla/5.0 (KHTML, like "Gecko")',
      label: 'human',
      class: 'browser',
      campaign: '',
      kind: 'relay_user',
      requests: 3,
      first: 0,
      last: 1500,
      evasion: '',
    } as const;
    expect(labelsCsv([label])).toBe(
      'visitor,label,class,campaign,kind,requests,first,last,evasion\n' +
        '"21.32.0.4|Mozilla/5.0 (KHTML, like ""Gecko"")",human,browser,,relay_user,3,1970-01-01T00:00:00.000Z,1970-01-01T00:00:01.500Z,\n',
    );
  });
});
