import { spawnSync } from 'node:child_process';

/** `''`, or what to do when a program is not on this machine. */
export function notInstalled(program, debianPackage) {
  const found = spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
  return found ? '' : `not installed: apt-get install ${debianPackage}`;
}
