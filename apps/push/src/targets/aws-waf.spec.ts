import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import {
  type FakeAwsWaf,
  startFakeAwsWaf,
} from '../../../../test/support/enforcement/fake-aws-waf.js';
import { type VerdictMessage } from '#libs/enforcement';
import { type Pushed, pushed, TestClock } from '../testing/pushed.js';
import { verdictOn } from '../../../../test/support/enforcement/verdict-on.js';

const clock = new TestClock();
let aws: FakeAwsWaf;
let edge: Pushed;

beforeEach(async () => {
  aws = await startFakeAwsWaf(clock.now);
  aws.addSet('four', 'IPV4');
  aws.addSet('six', 'IPV6');
  edge = target();
});

afterEach(() => aws.close());

function target(sets = ['four', 'six'], but: object = {}): Pushed {
  const env = { AWS_ID: 'AKIDEXAMPLE', AWS_KEY: 'secret-key-of-a-test' };
  return pushed(
    {
      kind: 'aws_waf',
      region: 'eu-central-1',
      url: aws.url,
      ip_sets: sets.map((name) => ({ name, id: `id-${name}` })),
      access_key_id: { env: 'AWS_ID' },
      secret_access_key: { env: 'AWS_KEY' },
      ...but,
    },
    { env, clock },
  );
}

const addressesOf = (name: string): readonly string[] =>
  aws.sets.get(`id-${name}`)?.addresses ?? [];
const updates = (): number => aws.calls.filter((call) => call === 'UpdateIPSet').length;
const expiresIn = (milliseconds: number): { expires_at: string } => ({
  expires_at: new Date(clock.now() + milliseconds).toISOString(),
});

describe('AWS WAF', () => {
  it('brings addresses into the set of their version, takes lifted ones out, and is quiet in between', async () => {
    const hour = expiresIn(3_600_000);
    edge.verdicts = [verdictOn('20.0.0.1/32', hour), verdictOn('2a00:1::1/128', hour)];
    await edge.cycles(1);
    expect(addressesOf('four')).toEqual(['20.0.0.1/32']);
    expect(addressesOf('six')).toEqual(['2a00:1::1/128']);
    expect(updates()).toBe(2);
    await edge.cycles(5);
    expect(updates()).toBe(2);
    edge.verdicts = [verdictOn('2a00:1::1/128', hour)];
    await edge.cycles(1);
    expect(addressesOf('four')).toEqual([]);
    expect(edge.loop.status).toMatchObject({ state: 'in_step', entries: 1, failures: 0 });
  });

  it('frees what expires, without a message', async () => {
    edge.verdicts = [
      verdictOn('20.0.0.1/32', expiresIn(20_000)),
      verdictOn('20.0.0.9/32', expiresIn(9e6)),
    ];
    await edge.cycles(1);
    expect(addressesOf('four')).toHaveLength(2);
    await clock.sleep(20_000);
    await edge.cycles(1);
    expect(addressesOf('four')).toEqual(['20.0.0.9/32']);
  });

  it('frees the last one, too, when it expires', async () => {
    edge.verdicts = [verdictOn('20.0.0.1/32', expiresIn(20_000))];
    await edge.cycles(1);
    await clock.sleep(20_000);
    await edge.cycles(1);
    expect(addressesOf('four')).toEqual([]);
  });

  it('reads again when somebody else was faster, and does not overwrite blindly', async () => {
    edge.verdicts = [verdictOn('20.0.0.1/32', expiresIn(9e6))];
    aws.beforeUpdate = () => {
      const set = aws.sets.get('id-four');
      if (set !== undefined) set.lockToken = 'of somebody else';
    };
    await edge.cycles(1);
    expect(edge.loop.status).toMatchObject({ state: 'failing', lastFailure: { code: 'CONFLICT' } });
    await edge.cycles(2);
    expect(addressesOf('four')).toEqual(['20.0.0.1/32']);
    expect(edge.loop.status.state).toBe('in_step');
  });

  it('fills several sets, one request a second, and says what did not fit', async () => {
    aws.addSet('four-2', 'IPV4');
    const edge = target(['four', 'four-2'], { limits: { confirmations: 0 } });
    edge.verdicts = Array.from({ length: 20_005 }, (_, at) =>
      verdictOn(`20.${at >> 15}.${(at >> 7) & 255}.${(at & 127) * 2}/32`, expiresIn(9e6)),
    );
    const before = clock.now();
    await edge.loop.cycle();
    expect(addressesOf('four')).toHaveLength(10_000);
    expect(addressesOf('four-2')).toHaveLength(10_000);
    expect(clock.now() - before).toBeGreaterThanOrEqual(1_000);
    expect(edge.loop.status).toMatchObject({ entries: 20_000, dropped: 5, failures: 0 });
  });

  it('does not touch a set that is not marked as ours', async () => {
    aws.addSet('theirs', 'IPV4', 'partners').addresses = ['30.0.0.0/24'];
    const edge = target(['theirs']);
    edge.verdicts = [verdictOn('20.0.0.1/32', expiresIn(9e6))];
    await edge.cycles(2);
    expect(addressesOf('theirs')).toEqual(['30.0.0.0/24']);
    expect(edge.loop.status.lastFailure).toMatchObject({
      code: 'NOT_OURS',
      message: expect.stringContaining('description'),
    });
  });

  it('puts right what was changed by hand', async () => {
    edge.verdicts = [verdictOn('20.0.0.1/32', expiresIn(9e6))];
    await edge.cycles(1);
    const set = aws.sets.get('id-four');
    if (set !== undefined) set.addresses = ['30.0.0.1/32'];
    await clock.sleep(300_000);
    await edge.cycles(1);
    expect(addressesOf('four')).toEqual(['20.0.0.1/32']);
  });

  it('asks twice before a sudden change, and not before it puts back what was lost', async () => {
    const many = Array.from({ length: 300 }, (_, at) =>
      verdictOn(`20.0.${at >> 7}.${(at & 127) * 2}/32`, expiresIn(9e6)),
    );
    edge.verdicts = many;
    await edge.cycles(1);
    expect(edge.loop.status).toMatchObject({ state: 'held_back', heldBack: 'grown' });
    expect(addressesOf('four')).toEqual([]);
    await edge.cycles(1);
    expect(addressesOf('four')).toHaveLength(300);
    const set = aws.sets.get('id-four');
    if (set !== undefined) set.addresses = [];
    await clock.sleep(300_000);
    await edge.cycles(1);
    expect(addressesOf('four')).toHaveLength(300);
    edge.verdicts = [];
    await edge.cycles(1);
    expect(edge.loop.status).toMatchObject({ state: 'held_back', heldBack: 'emptied' });
    edge.verdicts = many;
    await edge.cycles(1);
    expect(edge.loop.status).toMatchObject({ state: 'in_step', entries: 300 });
    expect(updates()).toBe(2);
  });

  it('carries out a lift while the list waits to grow, but empties it for no such reason', async () => {
    const on = (from: number, to: number): VerdictMessage[] =>
      Array.from({ length: to - from }, (_, at) =>
        verdictOn(`20.0.${(from + at) >> 7}.${((from + at) & 127) * 2}/32`, expiresIn(9e6)),
      );
    edge.verdicts = on(0, 10);
    await edge.cycles(1);
    expect(addressesOf('four')).toHaveLength(10);
    edge.verdicts = on(1, 400);
    await edge.cycles(1);
    expect(edge.loop.status).toMatchObject({ state: 'held_back', heldBack: 'grown' });
    expect(addressesOf('four')).toHaveLength(9);
    expect(addressesOf('four')).not.toContain('20.0.0.0/32');
    edge.verdicts = on(500, 1_400);
    await edge.cycles(1);
    expect(addressesOf('four')).toHaveLength(9);
  });

  it('keeps what is there while it is down, tells what to do, and recovers', async () => {
    edge.verdicts = [verdictOn('20.0.0.1/32', expiresIn(9e6))];
    await edge.cycles(1);
    edge.verdicts = [];
    aws.isDown = true;
    await edge.cycles(4);
    expect(addressesOf('four')).toEqual(['20.0.0.1/32']);
    expect(edge.loop.status).toMatchObject({ state: 'failing', lastFailure: { code: 'BUSY' } });
    const [message, fields] = edge.log.at(-1) ?? [];
    expect(message).toContain('keeps what it had');
    expect(JSON.stringify(fields)).not.toContain('secret-key-of-a-test');
    aws.isDown = false;
    await clock.sleep(300_000);
    await edge.cycles(2);
    expect(addressesOf('four')).toEqual([]);
  });

  it('says so when a secret is missing', async () => {
    const edge = target(['four'], { access_key_id: { env: 'NOT_SET' } });
    edge.verdicts = [];
    await edge.cycles(1);
    expect(edge.loop.status.lastFailure).toMatchObject({
      code: 'NO_SECRET',
      message: expect.stringContaining('NOT_SET'),
    });
  });
});
