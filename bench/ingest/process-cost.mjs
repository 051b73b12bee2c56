import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

let ticksPerSecond;

/** Processor seconds (user and system) that a process, its threads and its children have used so far. */
export function cpuSeconds(pid) {
  return family(pid).reduce((sum, member) => sum + clockTicks(member, 11, 15), 0) / clockRate();
}

/** Processor seconds of children of this process that have ended: the difference around one child's life is its cost. */
export function endedChildrenSeconds() {
  return clockTicks(process.pid, 13, 15) / clockRate();
}

/** The most memory a process and its children have ever held, each at its own peak, in MiB. */
export function peakMemory(pid) {
  const kilobytes = family(pid).map((member) =>
    Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${member}/status`, 'utf8'))?.[1] ?? 0),
  );
  return Math.round(kilobytes.reduce((sum, one) => sum + one, 0) / 1024);
}

/** utime, stime and those of children that have ended: fields 14 to 17 of /proc/PID/stat, see proc(5). */
function clockTicks(pid, from, to) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return fields.slice(from, to).reduce((sum, field) => sum + Number(field), 0);
}

function clockRate() {
  ticksPerSecond ??= Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
  return ticksPerSecond;
}

function family(pid) {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'utf8').split(' ').filter(Boolean),
  );
  return [pid, ...children.flatMap(family)];
}
