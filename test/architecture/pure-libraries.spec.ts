import { describe, expect, it } from '@jest/globals';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const PURE_LIBRARIES = ['traffic', 'intent', 'enforcement', 'simulator'];

/** One impure line each, and the rule that has to refuse it. */
const IMPURE: readonly (readonly [line: string, rule: string])[] = [
  [`import '@nestjs/common';`, '@typescript-eslint/no-restricted-imports'],
  [`import 'kafkajs';`, '@typescript-eslint/no-restricted-imports'],
  [`import '@clickhouse/client';`, '@typescript-eslint/no-restricted-imports'],
  [`import 'node:fs';`, '@typescript-eslint/no-restricted-imports'],
  [`export const clock = Date.now();`, 'no-restricted-properties'],
  [`export const date = new Date();`, 'no-restricted-syntax'],
  [`export const elapsed = performance.now();`, 'no-restricted-globals'],
  [`export const chance = Math.random();`, 'no-restricted-properties'],
  [`export const home = process.env['HOME'];`, 'no-restricted-properties'],
  [`export const answer = fetch('http://localhost');`, 'no-restricted-globals'],
];

const PURE = `export const date = new Date(0);`;

/** None of these rules asks for types, which take ten times as long. */
const eslint = new ESLint({ overrideConfig: tseslint.configs.disableTypeChecked });

/** Lints a text as if it stood in a library's index file; nothing is written. */
async function complaints(library: string, lines: readonly string[]): Promise<string[]> {
  const filePath = `libs/${library}/src/index.ts`;
  const [result] = await eslint.lintText(lines.join('\n'), { filePath });
  return (result?.messages ?? []).map(({ line, ruleId }) => `${lines[line - 1]} -> ${ruleId}`);
}

describe.each(PURE_LIBRARIES)('ESLint in libs/%s', (library) => {
  it('refuses frameworks, clients, I/O, clocks, randomness and the environment', async () => {
    const found = await complaints(
      library,
      IMPURE.map(([line]) => line),
    );
    expect(found).toEqual(
      expect.arrayContaining(IMPURE.map(([line, rule]) => `${line} -> ${rule}`)),
    );
  });

  it('accepts a time that is an argument', async () => {
    expect(await complaints(library, [PURE])).toEqual([]);
  });
});

describe('ESLint elsewhere', () => {
  it('lets the platform ask the clock, but only a composition root the environment', async () => {
    const lines = [`export const clock = Date.now();`, `export const home = process.env['HOME'];`];
    expect(await complaints('platform', lines)).toEqual([
      `${lines[1]} -> no-restricted-properties`,
    ]);
  });
});
