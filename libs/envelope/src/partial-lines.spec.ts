import { describe, expect, it } from '@jest/globals';
import { EnvelopeFailure } from './envelope-failure.js';
import { unwrap } from './unwrap.js';

const DOCKER_PART = 16_384;
const long = `192.0.2.7 - - [22/Nov/2026:22:00:00 +0000] "GET /${'a'.repeat(20_000)} HTTP/1.1" 200 5`;
const [start, end] = [long.slice(0, DOCKER_PART), long.slice(DOCKER_PART)];

const docker = (log: string, stream = 'stdout'): string =>
  JSON.stringify({ log, stream, time: '2026-11-23T01:02:03.456Z' });
const cri = (tag: string, text: string, stream = 'stdout'): string =>
  `2026-11-23T01:02:03.456789Z ${stream} ${tag} ${text}`;

describe('lines that a runtime has cut', () => {
  it.each([
    ['Docker', [docker(start), docker(`${end}\n`)]],
    ['Docker, two streams', [docker(start), docker('b\n', 'stderr'), docker(`${end}\n`)]],
    ['CRI', [cri('P', start), cri('F', end)]],
    ['CRI, many parts', [...Array.from(long, (letter) => cri('P', letter)), cri('F', '')]],
    ['CRI with more tags', [cri('P:x', start), cri('F:y', end)]],
  ])('are put together: %s', (_, parts) => {
    expect(unwrap(parts.join('\n')).filter((item) => item !== 'b')).toEqual([long]);
  });

  it('are not where the rest is elsewhere; what there is of them is kept', () => {
    const parts = [cri('P', start), cri('P', 'b', 'stderr'), cri('P', 'c')];
    expect(unwrap(`${parts.join('\n')}\n`)).toEqual([
      new EnvelopeFailure('partial_line', Buffer.from(`${parts[0] ?? ''}\n${parts[2] ?? ''}`)),
      new EnvelopeFailure('partial_line', Buffer.from(parts[1] ?? '')),
    ]);
    expect(unwrap(docker(start))).toEqual([
      new EnvelopeFailure('partial_line', Buffer.from(docker(start))),
    ]);
  });

  it('are whole where they are shorter than a part, line feed or not', () => {
    expect(unwrap(docker('a b'))).toEqual(['a b']);
  });
});
