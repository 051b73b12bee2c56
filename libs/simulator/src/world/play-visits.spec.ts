import { describe, expect, it } from '@jest/globals';
import { playVisits } from './play-visits.js';
import { type SimulatedRequest } from './simulated-request.js';
import { type Visit } from './visit.js';

function request(time: number, target: string): SimulatedRequest {
  return { time, target, visitor: {} } as SimulatedRequest;
}

function visit(start: number, name: string, offsets: readonly number[]): Visit {
  return {
    start,
    *run(emit) {
      for (const offset of offsets) {
        emit(request(start + offset + 50, `${name}+asset`));
        emit(request(start + offset, name));
        yield start + offset + 10;
      }
    },
  };
}

function played(sources: readonly Visit[][], end: number): string[] {
  return [...playVisits(sources, end)].map(({ time, target }) => `${time} ${target}`);
}

describe('playVisits', () => {
  it('merges visits that overlap by time', () => {
    const lines = played([[visit(0, 'a', [0, 40])], [visit(20, 'b', [0])]], 1000);
    expect(lines).toEqual(['0 a', '20 b', '40 a', '50 a+asset', '70 b+asset', '90 a+asset']);
  });

  it('stops at the end', () => {
    expect(played([[visit(0, 'a', [0, 40])]], 50)).toEqual(['0 a', '40 a']);
  });

  it('does not make a visit before its time', () => {
    const made: number[] = [];
    function* source(): Generator<Visit> {
      for (const start of [0, 100, 200]) {
        made.push(start);
        yield visit(start, 'v', [0]);
      }
    }
    const first = playVisits([source()], 1000).next();
    expect(first.value?.time).toBe(0);
    expect(made).toEqual([0, 100]);
  });
});
