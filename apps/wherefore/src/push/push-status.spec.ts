import { afterEach, describe, expect, it } from '@jest/globals';
import { type TargetStatus } from '#libs/enforcement';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import pc from 'picocolors';
import { askStatus, renderStatus } from './push-status.js';

const plain = pc.createColors(false);
const NOW = Date.parse('2026-03-01T12:00:00.000Z');
const STATUS: TargetStatus = {
  name: 'shop',
  kind: 'aws_waf',
  state: 'in_step',
  entries: 3,
  dropped: 0,
  droppedShare: 0,
  leftOut: {},
  heldBack: null,
  lastSuccess: NOW,
  failures: 0,
  lastFailure: null,
  notBefore: 0,
};

let server: Server | undefined;

afterEach(() => {
  server?.close();
  server?.closeAllConnections();
});

async function answering(status: number, text: string): Promise<string> {
  const opened = createServer((_, response) => response.writeHead(status).end(text));
  server = opened;
  await new Promise<void>((resolve) => opened.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(opened.address() as AddressInfo).port}`;
}

describe(askStatus.name, () => {
  it('gives what the process tells of its targets', async () => {
    const url = await answering(200, JSON.stringify({ targets: [STATUS] }));
    expect(await askStatus(url)).toEqual([STATUS]);
  });

  it.each([
    [404, '{"message":"Cannot GET /targets"}'],
    [200, '{}'],
    [200, 'hello'],
  ])('says of an answer %d %s that this is no push process', async (status, text) => {
    await expect(askStatus(await answering(status, text))).rejects.toThrow(/No push process/);
  });

  it('says so when nobody answers, and when the address is none', async () => {
    await expect(askStatus('http://127.0.0.1:1')).rejects.toThrow(/--url/);
    await expect(askStatus('here')).rejects.toThrow(/--url/);
  });
});

describe(renderStatus.name, () => {
  it('says how a target stands', () => {
    expect(renderStatus(STATUS, plain, NOW)).toBe(
      'shop (aws_waf)\n  in step with the verdicts\n  entries of ours: 3; last in step: 2026-03-01T12:00:00.000Z',
    );
    const failing: TargetStatus = {
      ...STATUS,
      state: 'failing',
      dropped: 5,
      droppedShare: 0.0123,
      leftOut: { simulated: 2 },
      lastSuccess: 0,
      lastFailure: { code: 'RATE_LIMITED', message: 'it is left alone', at: NOW },
      notBefore: NOW + 90_000,
    };
    expect(renderStatus(failing, plain, NOW).split('\n').slice(1)).toEqual([
      '  failing: it keeps what it had',
      '  entries of ours: 3; last in step: never',
      '  5 did not fit: 1.2 % of what enforcing all would be worth',
      '  left out: simulated 2',
      '  RATE_LIMITED: it is left alone',
      '  tried again in 90 s',
    ]);
  });
});
