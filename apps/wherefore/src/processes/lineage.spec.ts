import { describe, expect, it } from '@jest/globals';
import { isIntact, lineageToNpm, parentIn } from './lineage.js';

describe(parentIn.name, () => {
  it('finds the parent behind any process name', () => {
    expect(parentIn('4242 (sh) S 17 4242 4242 0 -1')).toBe(17);
    expect(parentIn('4242 (a) R 1 (b) c) S 17 4242 4242 0 -1')).toBe(17);
  });
});

describe(lineageToNpm.name, () => {
  it('begins with our parent and is intact while it lives', () => {
    const lineage = lineageToNpm();
    expect(lineage[0]).toBe(process.ppid);
    expect(isIntact(lineage)).toBe(true);
  });

  it('is broken when a process in it has another parent', () => {
    expect(isIntact([process.ppid + 1])).toBe(false);
    expect(isIntact([process.ppid, process.pid])).toBe(false);
  });
});
