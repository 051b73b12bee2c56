import { type Random } from '../chance/random.js';
import { type Conditions } from '../incidents/incident-calendar.js';
import { page, plain } from './answers.js';
import { CALM } from './calm.js';
import { SITE_HOSTS } from './site-hosts.js';
import { type Answer, type Hit, type Site } from './site.js';

type Handler = (hit: Hit, conditions: Conditions, random: Random) => Answer;

/** Version of the UK Open Banking Read/Write API the bank offers. */
const BASE = '/open-banking/v3.1';
const OBJECT = { low: 420, high: 1_300, seconds: 0.05 };
const TRANSACTIONS = { low: 6_000, high: 38_000, seconds: 0.14 };

const token: Handler = (hit, _conditions, random) => {
  if (hit.method !== 'POST') return plain(405, 74, random);
  return hit.accepted === true ? page(hit, OBJECT, CALM, random) : plain(401, 92, random);
};

/** A resource that is created by POST and read by GET. */
function resource(path: string): Handler {
  return (hit, _conditions, random) => {
    const collection = hit.target === path;
    if (collection !== (hit.method === 'POST')) return plain(405, 74, random);
    const answer = page(hit, OBJECT, CALM, random);
    return hit.method === 'POST' ? { ...answer, status: 201 } : answer;
  };
}

/** Account data: 403 with a consent that does not cover the account. */
const account: Handler = (hit, _conditions, random) => {
  if (hit.method !== 'GET') return plain(405, 74, random);
  if (hit.accepted === false) return plain(random.chance(0.7) ? 403 : 400, 211, random);
  const size = hit.target.includes('/transactions') ? TRANSACTIONS : OBJECT;
  return page(hit, size, CALM, random);
};

const wellKnown: Handler = (hit, _conditions, random) => page(hit, OBJECT, CALM, random);

const ROUTES: readonly (readonly [string, Handler])[] = [
  ['/as/token', token],
  [`${BASE}/aisp/account-access-consents`, resource(`${BASE}/aisp/account-access-consents`)],
  [`${BASE}/aisp/accounts`, account],
  [`${BASE}/pisp/domestic-payment-consents`, resource(`${BASE}/pisp/domestic-payment-consents`)],
  [`${BASE}/pisp/domestic-payments`, resource(`${BASE}/pisp/domestic-payments`)],
  ['/.well-known/openid-configuration', wellKnown],
];

/** The open-banking API: everything but the token endpoint and the discovery document needs a token. */
export const openBankingSite: Site = {
  host: SITE_HOSTS.openBanking,
  stream: 'open-banking',
  answer(hit, conditions, random) {
    const route = ROUTES.find(([prefix]) => hit.target.startsWith(prefix));
    if (!route) return plain(404, 68, random);
    const open = hit.target.startsWith('/as/') || hit.target.startsWith('/.well-known/');
    if (!open && hit.signedIn !== true) return plain(401, 92, random);
    return route[1](hit, conditions, random);
  },
};

/** Targets of the account information and payment initiation resources. */
export const openBankingTargets = {
  token: '/as/token',
  consents: `${BASE}/aisp/account-access-consents`,
  accounts: `${BASE}/aisp/accounts`,
  paymentConsents: `${BASE}/pisp/domestic-payment-consents`,
  payments: `${BASE}/pisp/domestic-payments`,
};
