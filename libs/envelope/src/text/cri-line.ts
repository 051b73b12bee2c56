import { RuntimeLine } from '../piece.js';
import { isoTimeLength } from './iso-time.js';

/** A line as Kubernetes runtimes write it, `TIME stdout F line`, the tag being `P` for a part; else null. */
export function criLine(line: string): RuntimeLine | null {
  const head = HEAD.exec(line.slice(isoTimeLength(line), LONGEST_HEAD));
  const start = isoTimeLength(line);
  if (head === null || start === 0) return null;
  const [whole, stream = '', tag = ''] = head;
  return new RuntimeLine(stream, line.slice(start + whole.length), tag === 'P', line);
}

const LONGEST_HEAD = 200;
const HEAD = /^(stdout|stderr) ([FP])(?::\S{0,64})?(?: |$)/;
