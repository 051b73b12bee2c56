import { describe, expect, it } from '@jest/globals';
import { parseArguments, USAGE } from './arguments.js';

describe(parseArguments.name, () => {
  it('asks for everything by default', () => {
    expect(parseArguments([])).toMatchObject({
      only: [],
      isQuick: false,
      isWritten: false,
      seeds: [101, 202, 303],
      isCached: true,
    });
  });

  it('reads lists', () => {
    expect(parseArguments(['--only', 'talmedos, secrepo', '--seeds', '7', '--json'])).toMatchObject(
      {
        only: ['talmedos', 'secrepo'],
        seeds: [7],
        isJson: true,
      },
    );
  });

  it.each([[['--step', '0']], [['--seeds', 'x']], [['--fast']], [['extra']]])(
    'says what is wrong with %j',
    (words) => {
      expect(typeof parseArguments(words)).toBe('string');
    },
  );

  it('helps', () => {
    expect(parseArguments(['--help'])).toBe(USAGE);
  });
});
