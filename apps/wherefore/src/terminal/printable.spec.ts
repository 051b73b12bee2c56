import { describe, expect, it } from '@jest/globals';
import { printable } from './printable.js';
import { duration, percent } from './numbers.js';

describe(printable.name, () => {
  it('takes out what steers a terminal or hides text', () => {
    expect(printable('a\u001b[31mb\r\n\u202ec\u0000d')).toBe('a·[31mb···c·d');
  });

  it('cuts long text and says so', () => {
    expect(printable('abcdef', 3)).toBe('abc…');
  });
});

describe(percent.name, () => {
  it('never rounds up to a target that was missed', () => {
    expect(percent(0.94999)).toBe('94.9 %');
    expect(percent(1)).toBe('100.0 %');
    expect(percent(null)).toBe('–');
  });
});

describe(duration.name, () => {
  it.each([
    [5.4, '5 s'],
    [93, '1 min 33 s'],
    [7_260, '2 h 1 min'],
  ])('%d s is %s', (seconds, text) => {
    expect(duration(seconds)).toBe(text);
  });
});
