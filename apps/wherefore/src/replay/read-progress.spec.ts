import { describe, expect, it } from '@jest/globals';
import { readingText } from './read-progress.js';

const report = { lines: 20_000, rejects: 0, bytesRead: 1_000, bytesTotal: 4_000 };

describe(readingText.name, () => {
  it('tells lines, rate and time left', () => {
    expect(readingText(report, 10)).toBe('20,000 lines, 2,000 lines/s, 30 s left');
  });

  it('tells at the end how long it took, and what was not read', () => {
    expect(readingText({ ...report, rejects: 3, bytesRead: 4_000 }, 10)).toBe(
      '20,000 lines, 2,000 lines/s, 3 unreadable, in 10 s',
    );
  });

  it('promises nothing before the first byte', () => {
    expect(readingText({ lines: 0, rejects: 0, bytesRead: 0, bytesTotal: 4_000 }, 0)).toBe(
      '0 lines, 0 lines/s, starting',
    );
  });
});
