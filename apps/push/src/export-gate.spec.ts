import { expect, it } from '@jest/globals';
import { silentLogger } from '#libs/platform';
import { Exclusions } from '#libs/sources';
import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ExportGate } from './export-gate.js';

it('keeps in what the policy allows, as it stands in the file just now', () => {
  const folder = mkdtempSync(join(tmpdir(), 'wherefore-gate-'));
  const path = join(folder, 'policy.yaml');
  const write = (addresses: string, at: number): void => {
    writeFileSync(path, `version: "1"\nallow: { addresses: [${addresses}] }\n`);
    utimesSync(path, at, at);
  };
  try {
    write('', 1_000);
    const gate = new ExportGate(new Exclusions(['20.7.0.0/24'], path, silentLogger));
    expect(gate.current()('20.7.0.7/32')).toBe('never_exported');
    expect(gate.current()('20.9.0.7/32')).toBeNull();
    write('20.9.0.7', 2_000);
    expect(gate.current()('20.9.0.7/32')).toBe('never_exported');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
