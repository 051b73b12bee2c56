import { spawnSync } from 'node:child_process';

/** The major version of the `java` on the PATH, or undefined when there is none. */
export function javaVersion(): number | undefined {
  const { error, stderr } = spawnSync('java', ['-version'], { encoding: 'utf8', timeout: 10_000 });
  if (error !== undefined) return undefined;
  const major = /version "(\d{1,3})/.exec(stderr)?.[1];
  return major === undefined ? undefined : Number(major);
}
