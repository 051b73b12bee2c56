import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { silentLogger } from '#libs/platform';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Exclusions } from './exclusions.js';

let folder: string;
let path: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'wherefore-exclusions-'));
  path = join(folder, 'policy.yaml');
});

afterEach(() => {
  rmSync(folder, { recursive: true });
});

function write(text: string, at: number): void {
  writeFileSync(path, text);
  utimesSync(path, at, at);
}

describe(Exclusions.name, () => {
  it('takes what configuration names and what the policy allows, as it changes', () => {
    write('version: "1"\nallow: { addresses: [11.0.0.7] }\n', 1_000);
    const exclusions = new Exclusions(['11.9.0.0/16'], path, silentLogger);
    expect(exclusions.cidrs).toEqual(['11.9.0.0/16', expect.stringContaining('11.0.0.7')]);
    expect(exclusions.refresh()).toBe(false);
    write('version: "2"\nallow: { addresses: [11.0.0.8] }\n', 2_000);
    expect(exclusions.refresh()).toBe(true);
    expect(exclusions.cidrs).toEqual(['11.9.0.0/16', expect.stringContaining('11.0.0.8')]);
    write('allow: 7\n', 3_000);
    expect(exclusions.refresh()).toBe(false);
    expect(exclusions.cidrs).toHaveLength(2);
  });

  it('refuses to start with a policy that cannot be used', () => {
    expect(() => new Exclusions([], path, silentLogger)).toThrow();
  });
});
