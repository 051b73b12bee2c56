import { performance } from 'node:perf_hooks';
import { judgeAddress } from '#libs/intent';
import {
  clickHouseTime,
  countVisitorWindow,
  loginGroups,
  readerGroups,
  siteProfiles,
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
/** The steps of a cycle that scores everybody, and of an ordinary one; a step of neither happens hourly or less. */
export const full = new Set(['count', 'compare', 'clients', 'everybody']);
export const ordinary = new Set(['count', 'compare', 'clients', 'moved']);

/** The steps of a cycle over `[from, to)`, each a name and what it does; the first is the reference. */
export function cycleSteps({ store, from, to, moved }) {
  const window = { from: clickHouseTime(from), to: clickHouseTime(to) };
  const clock = { now: () => to, monotonic: () => performance.now() };
  let estate;
  return [
    { name: 'reference: a dozen features, plain GROUP BY', run: () => store.query(DOZEN, window) },
    {
      id: 'count',
      name: 'every feature at every key level',
      run: () => countVisitorWindow(store, from, to),
    },
    {
      id: 'compare',
      name: 'baselines, site profiles, groups',
      async run() {
        const baselines = await readBaselines(store, to);
        const week = { weekFrom: clickHouseTime(to - 7 * 86_400_000), to: window.to };
        const profiles = await store.query(siteProfiles, week);
        await store.query(loginGroups);
        await store.query(readerGroups);
        estate = new EstateSnapshot(from, to, baselines, profiles, {
          campaigns: [],
          memberships: new Map(),
        });
      },
    },
    {
      id: 'clients',
      name: 'API clients and who is behind them',
      run: async () => {
        await reviewClients(
          store,
          { from, asOf: to, since: to - 600_000, appendedSince: Number.MAX_SAFE_INTEGER },
          clock,
        );
      },
    },
    ...lessOften(store, to),
    {
      id: 'moved',
      name: `judging those that moved (${moved * 100} %)`,
      run: () => judge(store, estate, HASHED, { parts: Math.max(1, Math.round(1 / moved)) }),
    },
    {
      id: 'everybody',
      name: 'judging everybody',
      async run() {
        let judged = 0;
        for (const range of await rangesOf(store))
          judged += await judge(store, estate, RANGE, range);
        return judged;
      },
    },
  ];
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
    {
      id: 'roles',
      name: 'roles of places, four times a day',
      run: () => learnPathRoles(store, to, []),
    },
  ];
}

async function lookForCampaigns(watch, store, asOf) {
  await watch.look(store, { asOf, appendedUntil: asOf }, []);
}

const HASHED = 'cityHash64(address) % {parts: UInt32} = 0';
const RANGE = "address >= {first: String} AND ({end: String} = '' OR address < {end: String})";

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
async function judge(store, estate, condition, parameters) {
  const rows = await store.query(
    `SELECT * FROM (${visitorFeatures}) WHERE ${condition} ORDER BY address, keyType`,
    { since: 0, appendedSince: Number.MAX_SAFE_INTEGER, cells: [], ...parameters },
  );
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
