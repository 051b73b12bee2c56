import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { readSets } from './read-sets.js';

const folders: string[] = [];

async function listOf(yaml: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'wherefore-sets-'));
  folders.push(folder);
  const path = join(folder, 'sets.yaml');
  await writeFile(path, yaml);
  return path;
}

afterAll(async () => {
  for (const folder of folders) await rm(folder, { recursive: true });
});

describe(readSets.name, () => {
  it('takes paths from the folder of the list', async () => {
    const path = await listOf('- { name: a, labels: a.csv, files: [a.log, /logs/b.log] }');
    const [set] = await readSets(path);
    expect(set).toEqual({
      name: 'a',
      family: 'a',
      labels: join(path, '..', 'a.csv'),
      files: [join(path, '..', 'a.log'), '/logs/b.log'],
      format: 'auto',
      fieldMap: undefined,
    });
  });

  it('names every wrong field', async () => {
    const path = await listOf(
      '- { name: 7, files: [] }\n- { name: b, labels: b, files: [b] }\n- { name: b, labels: b, files: [b] }',
    );
    await expect(readSets(path)).rejects.toThrow(
      /sets\[0\]\.files.*sets\[0\]\.name.*sets\[0\]\.labels.*the name b is there twice/,
    );
  });

  it('refuses what is no list, and what is not there', async () => {
    await expect(readSets(await listOf('name: a'))).rejects.toThrow('a list of sets');
    await expect(readSets('/no/such/file')).rejects.toThrow('cannot be read');
  });
});
