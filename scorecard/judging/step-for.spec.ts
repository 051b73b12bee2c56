import { describe, expect, it } from '@jest/globals';
import { stepFor } from './step-for.js';

const line = (day: number): string =>
  `192.0.2.1 - - [${String(day).padStart(2, '0')}/Nov/2023:00:00:00 +0000] "GET / HTTP/1.1" 200 5 "-" "curl/8"`;

describe(stepFor.name, () => {
  it('is what was asked for where the log is short, and longer where forty steps do not suffice', () => {
    expect(stepFor({ logs: [[line(1), line(4)]] }, 240)).toBe(240);
    expect(
      stepFor(
        {
          logs: [
            ['binary', line(1)],
            [line(16), 'binary'],
          ],
        },
        240,
      ),
    ).toBe(720);
    expect(stepFor({ logs: [['binary']] }, 240)).toBe(240);
  });

  it('is a day at most', () => {
    expect(stepFor({ logs: [[line(1), line(28)]] }, 1_440)).toBe(1_440);
  });
});
