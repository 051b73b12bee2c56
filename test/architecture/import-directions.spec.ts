import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const root = process.cwd();
const config = join(root, '.dependency-cruiser.cjs');
const cruiser = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');

interface Violation {
  readonly rule: string;
  readonly from: string;
}

/** One import that breaks each rule: the rule, the file that breaks it, what the file imports. */
const BROKEN: readonly (readonly [rule: string, file: string, imported: string])[] = [
  ['no-cycles', 'libs/platform/src/chicken.ts', './egg.js'],
  ['traffic-is-pure', 'libs/traffic/src/with-package.ts', 'some-package'],
  ['traffic-is-pure', 'libs/traffic/src/with-builtin.ts', 'fs'],
  ['intent-is-pure', 'libs/intent/src/with-store.ts', '#libs/store'],
  ['intent-is-pure', 'libs/intent/src/with-framework.ts', '@nestjs/common'],
  ['enforcement-is-pure', 'libs/enforcement/src/with-builtin.ts', 'node:fs'],
  ['envelope-is-pure', 'libs/envelope/src/with-files.ts', 'node:fs'],
  ['envelope-is-pure', 'libs/envelope/src/with-framework.ts', '@nestjs/common'],
  ['simulator-is-pure', 'libs/simulator/src/with-traffic.ts', '#libs/traffic'],
  ['platform-imports-only-what-it-may', 'libs/platform/src/with-traffic.ts', '#libs/traffic'],
  ['stream-imports-only-what-it-may', 'libs/stream/src/with-store.ts', '#libs/store'],
  ['store-imports-only-what-it-may', 'libs/store/src/with-stream.ts', '#libs/stream'],
  ['reference-imports-only-what-it-may', 'libs/reference/src/with-intent.ts', '#libs/intent'],
  ['sources-imports-only-what-it-may', 'libs/sources/src/with-store.ts', '#libs/store'],
  ['kafkajs-only-in-stream', 'apps/ingest/src/with-client.ts', 'kafkajs'],
  ['clickhouse-client-only-in-store', 'apps/serve/src/with-client.ts', '@clickhouse/client'],
  ['libs-never-import-apps', 'libs/store/src/with-app.ts', '../../../apps/serve/src/main.js'],
  ['apps-never-import-each-other', 'apps/ingest/src/with-app.ts', '../../serve/src/main.js'],
  ['libs-by-their-index', 'apps/serve/src/deep.ts', '../../../libs/store/src/store.js'],
  ['no-unresolvable', 'apps/serve/src/typo.ts', './no-such-file.js'],
];

/** A small copy of the layout in which every import is allowed. */
const SOUND: Readonly<Record<string, readonly string[]>> = {
  'libs/traffic/src/index.ts': ['./access-event.js'],
  'libs/traffic/src/access-event.ts': [],
  'libs/intent/src/index.ts': ['#libs/traffic'],
  'libs/enforcement/src/index.ts': ['#libs/traffic', '#libs/intent'],
  'libs/envelope/src/index.ts': [
    '#libs/traffic',
    'node:zlib',
    'node:buffer',
    '@bufbuild/protobuf',
    'fzstd',
  ],
  'libs/simulator/src/index.ts': ['pure-rand', 'd3-random'],
  'libs/platform/src/index.ts': ['@nestjs/common', 'node:fs'],
  'libs/platform/src/egg.ts': ['./hen.js'],
  'libs/platform/src/hen.ts': [],
  'libs/reference/src/index.ts': ['#libs/traffic', '#libs/platform', 'some-package'],
  'libs/stream/src/index.ts': ['#libs/traffic', '#libs/platform', 'kafkajs'],
  'libs/store/src/index.ts': ['#libs/intent', '#libs/platform', '@clickhouse/client', './store.js'],
  'libs/store/src/store.ts': [],
  'apps/serve/src/main.ts': ['#libs/store', '#libs/stream', '@nestjs/common'],
  'apps/ingest/src/main.ts': ['#libs/store', '#libs/stream', '#libs/traffic'],
};

const PACKAGES = [
  'some-package',
  'kafkajs',
  'pure-rand',
  'd3-random',
  '@bufbuild/protobuf',
  'fzstd',
  '@clickhouse/client',
  '@nestjs/common',
];

/** Writes the layout into a folder outside the repository and cruises it with the repository's rules. */
async function cruise(folder: string): Promise<Violation[]> {
  const report = await new Promise<string>((resolve, reject) => {
    const parameters = [cruiser, 'apps', 'libs', '--config', config, '--output-type', 'json'];
    execFile(process.execPath, parameters, { cwd: folder, maxBuffer: 2 ** 26 }, (error, stdout) => {
      if (stdout === '') reject(error ?? new Error('dependency-cruiser said nothing'));
      else resolve(stdout);
    });
  });
  const { summary } = JSON.parse(report) as {
    summary: { violations: { rule: { name: string }; from: string }[] };
  };
  return summary.violations.map(({ rule, from }) => ({ rule: rule.name, from }));
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

const importing = (modules: readonly string[]): string =>
  [...modules.map((name) => `import '${name}';`), 'export const here = true;', ''].join('\n');

describe('the import directions', () => {
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'wherefore-boundaries-'));
    const manifest = { type: 'module', imports: { '#libs/*': './libs/*/src/index.ts' } };
    await write(join(folder, 'package.json'), JSON.stringify(manifest));
    await write(join(folder, 'tsconfig.json'), '{ "compilerOptions": { "module": "nodenext" } }');
    for (const name of PACKAGES) {
      const home = join(folder, 'node_modules', name);
      await write(join(home, 'package.json'), JSON.stringify({ name, main: 'index.js' }));
      await write(join(home, 'index.js'), '');
    }
    for (const [file, modules] of Object.entries(SOUND))
      await write(join(folder, file), importing(modules));
  });

  afterAll(async () => {
    await rm(folder, { recursive: true, force: true });
  });

  it('hold in a tree that keeps to them', async () => {
    expect(await cruise(folder)).toEqual([]);
  });

  it('are each seen when broken', async () => {
    await write(join(folder, 'libs/platform/src/hen.ts'), importing(['./chicken.js']));
    for (const [, file, imported] of BROKEN) await write(join(folder, file), importing([imported]));
    const violations = await cruise(folder);
    expect(violations).toEqual(
      expect.arrayContaining(BROKEN.map(([rule, from]) => ({ rule, from }))),
    );
  });

  it('are each tried here', () => {
    const { forbidden } = createRequire(config)(config) as { forbidden: { name: string }[] };
    const tried = new Set(BROKEN.map(([rule]) => rule));
    expect(forbidden.map(({ name }) => name).filter((name) => !tried.has(name))).toEqual([]);
  });
});
