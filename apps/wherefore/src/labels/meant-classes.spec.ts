import { describe, expect, it } from '@jest/globals';
import { meantClasses } from './meant-classes.js';

describe(meantClasses.name, () => {
  it.each([
    ['OAT-008', ['OAT-008']],
    ['OAT-001;OAT-010', ['OAT-001', 'OAT-010']],
    ['vuln_scan', ['OAT-014', 'OAT-018', 'OAT-004']],
    ['browser_page_loads', []],
    ['', []],
  ])('takes %j for %j', (name, threats) => {
    expect(meantClasses(name)).toEqual(threats);
  });
});
