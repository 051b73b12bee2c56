import { judgeAddress } from '#libs/intent';
import {
  clickHouseTime,
  countVisitorWindow,
  loginGroups,
  readerGroups,
  siteProfiles,
  visitorFeatures,
} from '#libs/store';
import { EstateSnapshot } from '../../dist/apps/analyse/src/estate/estate-snapshot.js';
import { readBaselines } from '../../dist/apps/analyse/src/estate/read-baselines.js';
import { identifyVisitor } from '../../dist/apps/analyse/src/visitors/identify-visitor.js';

/** So many visitors are held in Node at a time when everybody is scored. */
const AT_ONCE = 20_000;

/** The steps of a cycle over `[from, to)`, each a name and what it does; the first is the reference. */
export function cycleSteps({ store, from, to, visitors, moved }) {
  const window = { from: clickHouseTime(from), to: clickHouseTime(to) };
  const parts = Math.ceil(visitors / AT_ONCE);
  let estate;
  return [
    { name: 'reference: a dozen features, plain GROUP BY', run: () => store.query(DOZEN, window) },
    { name: 'every feature at every key level', run: () => countVisitorWindow(store, from, to) },
    {
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
      name: `judging those that moved (${moved * 100} %)`,
      run: () => judge(store, estate, 0, Math.max(1, Math.round(1 / moved))),
    },
    {
      name: 'judging everybody',
      async run() {
        let judged = 0;
        for (let part = 0; part < parts; part += 1)
          judged += await judge(store, estate, part, parts);
        return judged;
      },
    },
  ];
}

/** Reads one part of the visitors as a cycle does, whole addresses, and judges them; gives how many keys were judged. */
async function judge(store, estate, part, parts) {
  const rows = await store.query(
    `SELECT * FROM (${visitorFeatures}) WHERE cityHash64(address) % {parts: UInt32} = {part: UInt32} ORDER BY address, keyType`,
    { since: 0, appendedSince: Number.MAX_SAFE_INTEGER, cells: [], part, parts },
  );
  const groups = [];
  for (const { agents, ...features } of rows) {
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
