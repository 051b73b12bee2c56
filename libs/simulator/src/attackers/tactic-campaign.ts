import { type AddressLease } from '../addresses/address-plan.js';
import { type Span } from '../chance/arrivals.js';
import { type Random } from '../chance/random.js';
import { Browser } from '../people/browser.js';
import { borrowedUserAgent } from '../user-agents/borrowed-user-agents.js';
import { TLS_FINGERPRINTS } from '../user-agents/tls-fingerprints.js';
import { Client } from '../world/client.js';
import { type Evasion } from '../world/evasion.js';
import { type Population } from '../world/population.js';
import { type Emit, type Visit } from '../world/visit.js';
import { type World } from '../world/world.js';
import { memberOf, partOf, until } from './attack.js';
import { EVASION_TRAITS } from './evasion-traits.js';
import { type Tactic } from './tactic.js';
import { type Task, Tool } from './tool.js';

/** How long a campaign lasts: loud ones an hour, hidden ones most of the day. */
function spanOf(world: World, tactic: Tactic, level: Evasion): Span {
  if (tactic.span !== undefined) return tactic.span(world);
  const { at } = tactic;
  const spans = {
    naive: [at, Math.min(1, at + 0.07)],
    rotating: [Math.max(0, at - 0.1), Math.min(1, at + 0.2)],
    residential: [0.06, 0.96],
    low_and_slow: [0.02, 0.99],
    headless: [0.12, 0.9],
  } as const;
  const [from, to] = spans[level];
  return partOf(world, from, to);
}

function userAgentOf(tactic: Tactic, level: Evasion, random: Random, index: number): string {
  if (level === 'naive') return tactic.tools[index % tactic.tools.length] ?? 'curl/8.5.0';
  return borrowedUserAgent(random, level === 'rotating' ? 0.2 : 1);
}

/** Who rotates user agents keeps the tool's TLS library; careful ones imitate the browser's. */
function tlsOf(level: Evasion): { tlsFingerprint?: string } {
  return level === 'rotating' ? { tlsFingerprint: TLS_FINGERPRINTS.go } : {};
}

/** The campaign of one class at one level, with so many members. */
export function tacticCampaign(
  world: World,
  tactic: Tactic,
  level: Evasion,
  members: number,
): Population {
  const { pool, protocol, oneBehindCarrierIn } = EVASION_TRAITS[level];
  const kind = `${level}_${tactic.kind}`;
  const span = spanOf(world, tactic, level);
  const lease: AddressLease = world.addresses.lease(pool, members);
  const acts = tactic.acts[level];
  const plan = {
    ...{ kind, class: tactic.class, evasion: level },
    ...(oneBehindCarrierIn === undefined ? {} : { oneBehindCarrierIn }),
  };
  const visits = Array.from({ length: members }, (_, member): Visit => {
    const random = world.random(kind, member);
    const visitor = memberOf(world, plan, lease, member);
    const userAgent = userAgentOf(tactic, level, random, member);
    const spread = level === 'naive' || tactic.span !== undefined ? 0.05 : 0.75;
    const start = Math.floor(span.start + random.next() * spread * (span.end - span.start));
    const many = Math.max(1, Math.round(acts * random.between(0.6, 1.4)));
    const least = Math.ceil(many * 0.4);
    const task: Task = {
      ...{ member, pace: tactic.pace, end: span.end },
      acts: world.effort(many, least),
    };
    const identity = { userAgent, protocol, speculative: false };
    const habits = { warm: 0, assets: 1 };
    const clientOf = (emit: Emit): Client =>
      level === 'headless'
        ? new Browser(world, { visitor, identity, habits }, random, emit, start)
        : new Client(world, { visitor, userAgent, protocol, ...tlsOf(level) }, random, emit, start);
    return {
      start,
      run: (emit) => until(span.end, tactic.script(new Tool(clientOf(emit), level, task))),
    };
  }).sort((a, b) => a.start - b.start);
  const campaign = {
    ...{ id: kind, class: tactic.class, evasion: level, kind, host: tactic.host },
    ...{ start: span.start, end: span.end, visitors: members, apiClient: '' },
  };
  return { visits: [visits], campaigns: [campaign] };
}
