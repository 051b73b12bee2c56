#!/usr/bin/env node
/** The command line from a checkout (builds it first where that is needed) or from an image (built already). */
import { existsSync } from 'node:fs';

const prepare = new URL('../scripts/prepare.mjs', import.meta.url);
const sources = new URL('../tsconfig.build.json', import.meta.url);
const inCheckout = existsSync(prepare) && existsSync(sources);
const entry = new URL('../dist/apps/wherefore/src/main.js', import.meta.url);

if (inCheckout) {
  const { needsBuild, needsInstall, tooOldNode, tscBuild } = await import(prepare.href);
  const refusal =
    tooOldNode() ??
    (needsInstall() ? 'Packages are missing or old: run "npm ci" first.' : undefined);
  if (refusal !== undefined) {
    process.stderr.write(`✗ ${refusal}\n`);
    process.exit(1);
  }
  if (needsBuild()) {
    process.stderr.write('› Building (tsc)\n');
    await tscBuild(false);
  }
} else if (!existsSync(entry)) {
  process.stderr.write('✗ The program is not built: run "npm run build" first.\n');
  process.exit(1);
}
await import(entry.href);
