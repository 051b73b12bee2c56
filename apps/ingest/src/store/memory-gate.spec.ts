import { describe, expect, it } from '@jest/globals';
import { type LogSource } from '../source/log-source.js';
import { MemoryGate } from './memory-gate.js';
import { PausedPartitions } from './paused-partitions.js';

function aSource(): { source: LogSource; calls: string[] } {
  const calls: string[] = [];
  const source: LogSource = {
    isEndless: true,
    isReady: true,
    run: () => Promise.resolve(),
    stop: () => Promise.resolve(),
    assigned: () => [0, 1].map((partition) => ({ topic: 't', partition })),
    pause: (topic, partition) => calls.push(`pause ${topic}/${partition}`),
    resume: (topic, partition) => calls.push(`resume ${topic}/${partition}`),
  };
  return { source, calls };
}

describe('MemoryGate and PausedPartitions', () => {
  it('pauses every partition above the high mark and resumes them below the low one', () => {
    const { source, calls } = aSource();
    const held: number[] = [];
    const pauses = new PausedPartitions(() => undefined);
    pauses.attach(source);
    const gate = new MemoryGate(pauses, { high: 100, low: 50 }, (bytes) => held.push(bytes));
    gate.take(60, () => source.assigned());
    gate.take(60, () => source.assigned());
    expect(calls).toEqual(['pause t/0', 'pause t/1']);
    gate.give(60);
    expect(calls).toHaveLength(2);
    gate.give(60);
    expect(calls.slice(2)).toEqual(['resume t/0', 'resume t/1']);
    expect(held).toEqual([60, 120, 60, 0]);
  });

  it('resumes a partition only when no reason is left', () => {
    const { source, calls } = aSource();
    const counts: string[] = [];
    const pauses = new PausedPartitions((reason, count) => counts.push(`${reason} ${count}`));
    pauses.attach(source);
    pauses.pause('t', 0, 'store_away');
    pauses.pause('t', 0, 'store_away');
    pauses.pause('t', 0, 'memory');
    pauses.resume('t', 0, 'store_away');
    pauses.resume('t', 1, 'store_away');
    expect(calls).toEqual(['pause t/0']);
    pauses.resume('t', 0, 'memory');
    expect(calls).toEqual(['pause t/0', 'resume t/0']);
    expect(counts.slice(-2)).toEqual(['store_away 0', 'memory 0']);
  });
});
