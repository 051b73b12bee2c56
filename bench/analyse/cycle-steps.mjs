import { performance } from 'node:perf_hooks';
import { judgeAddress } from '#libs/intent';
import {
  actorGroups,
  clickHouseTime,
  visitorFeaturesOf,
  KeptVisitorWindow,
  loginGroups,
  readerGroups,
  siteProfiles,
  takeSnapshot,
  visitorFeatures,
} from '#libs/store';
import { CampaignWatch } from '../../dist/apps/analyse/src/campaigns/campaign-watch.js';
import { reviewClients } from '../../dist/apps/analyse/src/clients/review-clients.js';
import { EstateSnapshot } from '../../dist/apps/analyse/src/estate/estate-snapshot.js';
import { readBaselines } from '../../dist/apps/analyse/src/estate/read-baselines.js';
import { learnPathRoles } from '../../dist/apps/analyse/src/roles/learn-path-roles.js';
import { identifyVisitor } from '../../dist/apps/analyse/src/visitors/identify-visitor.js';

/** So many visitors are held in Node at a time when everybody is scored. */
const AT_ONCE = 20_000;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;
/** The steps of a cycle that counts and scores everybody, and of an ordinary one; a step of neither happens hourly or less. */
export const full = new Set(['count', 'compare', 'clients', 'everybody']);
export const ordinary = new Set(['recount', 'compare-again', 'clients-again', 'moved']);

/**
 * The steps of a cycle over the day before `to`, and of an ordinary one that follows `stepMs` later, before which `goOn` lets the estate
 * go on; each a name and what it does; the first is the reference.
 */
export function cycleSteps({ store, to, stepMs, goOn }) {
  const window = { from: clickHouseTime(to - DAY_MS), to: clickHouseTime(to) };
  const kept = new KeptVisitorWindow();
  const cycles = { first: { store, to, kept }, next: { store, to: to + stepMs, kept } };
  return [
    { name: 'reference: a dozen features, plain GROUP BY', run: () => store.query(DOZEN, window) },
    {
      id: 'roles',
      name: 'roles of places, four times a day',
      run: () => learnPathRoles(store, to, []),
    },
    { id: 'count', name: 'every feature at every key level', run: () => count(cycles.first) },
    {
      id: 'compare',
      name: 'baselines, site profiles, groups',
      run: () => compare(cycles.first),
    },
    {
      id: 'clients',
      name: 'API clients and who is behind them',
      run: () => review(cycles.first),
    },
    ...lessOften(store, to),
    {
      id: 'everybody',
      name: 'judging everybody',
      async run() {
        let judged = 0;
        for (const range of await rangesOf(store))
          judged += await judge(cycles.first, visitorFeaturesOf(RANGE), range);
        return judged;
      },
    },
    { id: 'news', name: `events of ${stepMs / 60_000} minutes come`, run: goOn },
    { id: 'recount', name: 'an ordinary cycle: those that moved', run: () => count(cycles.next) },
    {
      id: 'compare-again',
      name: 'baselines, site profiles, groups',
      run: () => compare(cycles.next),
    },
    {
      id: 'clients-again',
      name: 'API clients and who is behind them',
      run: () => review(cycles.next),
    },
    {
      id: 'moved',
      name: 'judging those that came',
      run: () =>
        judge(cycles.next, visitorFeatures, {
          since: to,
          appendedSince: Number.MAX_SAFE_INTEGER,
          cells: [],
        }),
    },
  ];
}

/** Gives how many addresses were counted. */
async function count({ store, to, kept }) {
  const snapshot = await takeSnapshot(store, []);
  const log = store.seeing(snapshot);
  const moved = await kept.count({ log, everything: log, snapshot, from: to - DAY_MS, to });
  if (moved !== null) return moved;
  const [row] = await store.query(
    "SELECT count() AS visitors FROM visitor_window WHERE keyType = 'address'",
  );
  return row.visitors;
}

async function compare(cycle) {
  const { store, to } = cycle;
  const baselines = await readBaselines(store, to);
  const week = { weekFrom: clickHouseTime(to - 7 * DAY_MS), to: clickHouseTime(to) };
  const profiles = await store.query(siteProfiles, week);
  for (const groups of [loginGroups, readerGroups, actorGroups]) await store.query(groups);
  const nobody = { campaigns: [], memberships: new Map() };
  cycle.estate = new EstateSnapshot(to - DAY_MS, to, baselines, profiles, nobody);
}

async function review({ store, to }) {
  const clock = { now: () => to, monotonic: () => performance.now() };
  const span = { from: to - DAY_MS, asOf: to, since: to - 600_000 };
  await reviewClients(store, { ...span, appendedSince: Number.MAX_SAFE_INTEGER }, clock);
}

/** What only some cycles do. */
function lessOften(store, to) {
  const watch = new CampaignWatch();
  return [
    {
      id: 'day',
      name: 'campaigns: the day before, once after a start',
      run: () => lookForCampaigns(watch, store, to - HOUR_MS),
    },
    { id: 'hour', name: 'campaigns: once an hour', run: () => lookForCampaigns(watch, store, to) },
  ];
}

async function lookForCampaigns(watch, store, asOf) {
  await watch.look(store, { asOf, appendedUntil: asOf }, []);
}

const RANGE = `
  SELECT address FROM visitor_window
  WHERE keyType = 'address' AND address >= {first: String} AND ({end: String} = '' OR address < {end: String})`;

/** Ranges of addresses, each of about so many as are held at a time. */
async function rangesOf(store) {
  const rows = await store.query(
    `SELECT address FROM (SELECT address, row_number() OVER (ORDER BY address) AS place FROM visitor_window WHERE keyType = 'address')
     WHERE place % {atOnce: UInt32} = 1 ORDER BY address`,
    { atOnce: AT_ONCE },
  );
  return rows.map(({ address }, i) => ({ first: address, end: rows[i + 1]?.address ?? '' }));
}

/** Reads some of the visitors as a cycle does, whole addresses, and judges them; gives how many keys were judged. */
async function judge({ store, estate }, features, parameters) {
  const rows = await store.query(features, parameters);
  const groups = [];
  for (const row of rows) {
    const { agents } = row;
    delete row.agents;
    const features = row;
    const visitor = { features, identity: identifyVisitor(features.address, agents) };
    if (features.keyType === 'address') groups.push({ address: visitor, agents: [] });
    else groups.at(-1)?.agents.push(visitor);
  }
  for (const { address, agents } of groups) judgeAddress(address, agents, estate);
  return rows.length;
}

const DOZEN = `
  SELECT count() FROM (
    SELECT client_address, count() AS requests, countIf(url_path_role = 'asset') AS assets, countIf(http_request_method = 'POST') AS posts,
      countIf(http_response_status_code BETWEEN 400 AND 499) AS refused, countIf(http_response_status_code >= 500) AS failed,
      countIf(url_path_role = 'login') AS logins, countIf(http_request_referer != '') AS referred, uniqExact(url_path) AS paths,
      uniqExact(user_agent_original) AS agents, sum(http_response_body_size) AS bytes, min(event_time) AS first, max(event_time) AS last
    FROM events
    WHERE event_time >= {from: DateTime64(3, 'UTC')} AND event_time < {to: DateTime64(3, 'UTC')}
    GROUP BY client_address
    HAVING requests + assets + posts + refused + failed + logins + referred + paths + agents + bytes >= 0 AND last >= first
  )`;
