import { readFileSync } from 'node:fs';

const FARTHEST = 6;

/**
 * The processes from our parent up to the npm (or npx) that started us, nearest first; where none of them is npm, or the system
 * does not tell (it takes Linux's /proc), our parent alone. npm runs its scripts through a shell, which survives it.
 */
export function lineageToNpm(): number[] {
  const lineage: number[] = [];
  for (let pid = process.ppid; pid > 1 && lineage.length < FARTHEST; pid = parentOf(pid)) {
    lineage.push(pid);
    if (isNpm(pid)) return lineage;
  }
  return [process.ppid];
}

/** True when each process of a lineage is still the child of the next, and the first is our parent. */
export function isIntact(lineage: readonly number[]): boolean {
  return lineage.every(
    (pid, i) => pid === (i === 0 ? process.ppid : parentOf(lineage[i - 1] ?? 0)),
  );
}

/** The parent in /proc/<pid>/stat: the second field after the name, which stands in parentheses and may hold anything. */
export function parentIn(stat: string): number {
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1] ?? 0);
}

const parentOf = (pid: number): number => parentIn(read(`/proc/${pid}/stat`));

/** npm names its process after what it does: "npm run demo", "npm exec wherefore". */
const isNpm = (pid: number): boolean => /^npm\b/.test(read(`/proc/${pid}/cmdline`));

function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
