import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readEvidenceFile, writeEvidenceFile } from './evidence-file.js';
import { type LabelledVisitor } from './labelled-visitors.js';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'wherefore-evidence-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe(readEvidenceFile.name, () => {
  it('reads what was written', async () => {
    const one: LabelledVisitor = {
      set: 'log',
      family: 'log',
      label: 'bad_bot',
      class: 'scraping',
      requests: 9,
      question: 'nature',
      group: 'log 192.0.2.1',
      kind: 'log bad_bot scraping',
      strengths: new Map([['STEADY_RHYTHM', 1.2]]),
      isTrue: true,
    };
    const path = join(folder, 'seen.ndjson');
    await writeEvidenceFile(path, [one, { ...one, isTrue: false, strengths: new Map() }]);
    expect(await readEvidenceFile(path)).toEqual([
      one,
      { ...one, isTrue: false, strengths: new Map() },
    ]);
  });

  it('says which file cannot be read', async () => {
    const path = join(folder, 'torn.ndjson');
    await writeFile(path, '{"question":');
    await expect(readEvidenceFile(path)).rejects.toThrow(`${path} cannot be read as evidence`);
    await expect(readEvidenceFile(join(folder, 'none'))).rejects.toThrow('none');
  });
});
