import { type ReliabilityBin } from '#libs/intent';
import { table } from '../summary/table.js';
import { count, percent } from '../terminal/numbers.js';

const WIDTH = 40;

/** A reliability diagram in text: a bar for how often it was true, and a mark where it was stated to be. */
export function reliabilityDiagram(bins: readonly ReliabilityBin[]): string {
  return table(
    ['probability', 'visitors', 'stated', 'observed', 'observed █, stated │'],
    bins.map(({ from, to, count: visitors, stated, observed }) => [
      `${from.toFixed(1)}–${to.toFixed(1)}`,
      count(visitors),
      percent(stated),
      percent(observed),
      bar(stated, observed),
    ]),
  );
}

function bar(stated: number | null, observed: number | null): string {
  if (stated === null || observed === null) return '';
  const filled = Math.round(observed * WIDTH);
  const mark = Math.min(WIDTH - 1, Math.floor(stated * WIDTH));
  const cells: string[] = Array.from({ length: WIDTH }, (_, i) => (i < filled ? '█' : '·'));
  cells[mark] = '│';
  return cells.join('');
}
