import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';

/** Instructions with their continued lines joined; comments left out. */
const instructions = readFileSync('docker/Dockerfile', 'utf8')
  .replace(/^#.*\n/gm, '')
  .replace(/\\\n\s*/g, '')
  .split('\n');

/** What is copied from the checkout, not from another stage. */
const copied = instructions
  .filter((line) => line.startsWith('COPY ') && !line.includes('--from='))
  .flatMap((line) => line.split(/\s+/).slice(1, -1));

describe('the Dockerfile', () => {
  it('copies only what exists', () => {
    expect(copied.length).toBeGreaterThan(0);
    expect(copied.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('copies only what .dockerignore lets through', () => {
    const allowed = readFileSync('.dockerignore', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('!'))
      .map((line) => line.slice(1));
    expect([...new Set(copied)].sort()).toEqual([...allowed].sort());
  });

  it('removes only packages that are installed by that name', () => {
    const packages = instructions
      .flatMap((line) => line.split(/\s+/))
      .filter((word) => word.startsWith('node_modules/') && word !== 'node_modules');
    expect(packages.length).toBeGreaterThan(0);
    const { packages: locked } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
      packages: Record<string, unknown>;
    };
    const lockedPaths = Object.keys(locked);
    for (const path of packages)
      expect([path, lockedPaths.some((one) => one === path || one.startsWith(`${path}/`))]).toEqual(
        [path, true],
      );
  });

  it('does not run as root', () => {
    const user = instructions.filter((line) => line.startsWith('USER ')).at(-1);
    expect(user).toMatch(/^USER [1-9]\d*:[1-9]\d*$/);
  });
});
