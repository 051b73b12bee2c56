import {
  type ClientCaller,
  type ClientFigures,
  type ClientObservations,
  type ClientPeriod,
  type CustomerAddressUse,
  type PersonHabits,
  type SubVisitor,
  type UnattendedUse,
} from '#libs/intent';
import { clickHouseTime } from '../click-house-time.js';
import { type Store } from '../store.js';
import { apiClientCallers } from './api-client-callers.js';
import { apiClientCustomers } from './api-client-customers.js';
import { apiClientFigures } from './api-client-figures.js';
import { apiClientHabits } from './api-client-habits.js';
import { apiClientHistory } from './api-client-history.js';
import { type ClientSettings, defaultClientSettings } from './api-client-settings.js';
import { apiClientSubVisitors } from './api-client-sub-visitors.js';
import { apiClientUnattended } from './api-client-unattended.js';
import { emptyApiClientWindow, fillApiClientWindow } from './api-client-window.js';

const NO_HABITS: PersonHabits = {
  accounts: 0,
  consents: 0,
  tokenFailures: 0,
  loginFailures: 0,
  paidCalls: 0,
};

/**
 * Reads what the events of `[from, to)` say about API clients; null where there is none, at the cost of one look. Leaves
 * everybody behind them in `api_sub_visitor_window`. Looks back one period beyond `from`, for what each access has before it
 * and which consents are new.
 */
export async function observeClients(
  store: Store,
  from: number,
  to: number,
  settings: ClientSettings = defaultClientSettings,
): Promise<ClientObservations | null> {
  const window = {
    from: clickHouseTime(from),
    to: clickHouseTime(to),
    lookback: clickHouseTime(from - settings.unattendedPeriodMs),
  };
  await store.command(emptyApiClientWindow);
  await store.command(fillApiClientWindow, { ...window, paidRoles: settings.paidRoles });
  const clients = await store.query<ClientFigures>(apiClientFigures);
  if (clients.length === 0) return null;
  const [habits] = await store.query<PersonHabits>(apiClientHabits);
  return {
    clients,
    subVisitors: await store.query<SubVisitor>(apiClientSubVisitors),
    habits: habits ?? NO_HABITS,
    history: await store.query<ClientPeriod>(apiClientHistory, window),
    unattended: await store.query<UnattendedUse>(apiClientUnattended, {
      ...window,
      span: settings.accessMs,
      period: settings.unattendedPeriodMs,
      tolerance: settings.toleranceMs,
      limit: settings.unattendedLimit,
      byResource: settings.byResource,
    }),
    customers: await store.query<CustomerAddressUse>(apiClientCustomers),
    callers: await store.query<ClientCaller>(apiClientCallers),
  };
}
