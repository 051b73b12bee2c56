import { describe, expect, it } from '@jest/globals';
import { messageLines } from './message-lines.js';

const linesOf = (value: string | Buffer | null): string[] =>
  messageLines({ offset: 0, appendTime: 0, value });

describe('messageLines', () => {
  it.each([
    ['one line', 'a', ['a']],
    ['one line with its end', 'a\n', ['a']],
    ['several lines', 'a\nb\r\nc', ['a', 'b', 'c']],
    ['blank lines between', 'a\n\nb\n', ['a', '', 'b']],
    ['an empty message', '', ['']],
    ['nothing but an end', '\n', ['']],
    ['no message', null, ['']],
  ])('gives %s', (_, value, lines) => {
    expect(linesOf(value)).toEqual(lines);
    if (value !== null) expect(linesOf(Buffer.from(value))).toEqual(lines);
  });

  it('makes no more than 200,001 lines of a message, whatever it holds', () => {
    const lines = linesOf('\n'.repeat(5_000_000));
    expect(lines).toHaveLength(200_001);
    expect(lines.at(-1)).toHaveLength(4_800_000);
  });
});
