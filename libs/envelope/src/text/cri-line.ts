import { RuntimeLine } from '../piece.js';
import { isoTimeLength } from './iso-time.js';

/** A line as Kubernetes runtimes write it, `TIME stdout F line`, the tag being `P` for a part; else null. */
export function criLine(line: string): RuntimeLine | null {
  const start = isoTimeLength(line);
  if (start === 0 || !line.startsWith('std', start)) return null;
  const head = HEAD.exec(line.slice(start, start + LONGEST_HEAD));
  if (head === null) return null;
  const [whole, stream = '', tag = ''] = head;
  return new RuntimeLine(stream, line.slice(start + whole.length), tag === 'P', line);
}

const LONGEST_HEAD = 100;
const HEAD = /^(stdout|stderr) ([FP])(?::\S{0,64})?(?: |$)/;
