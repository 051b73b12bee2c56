import { type ClientCaller } from './client-caller.js';
import { type ClientFigures } from './client-figures.js';
import { type ClientPeriod } from './client-period.js';
import { type CustomerAddressUse } from './customer-address-use.js';
import { type PersonHabits } from './person-habits.js';
import { type SubVisitor } from './sub-visitor.js';
import { type UnattendedUse } from './unattended-use.js';

/** Everything a window's events say about API clients, as read from the store. */
export interface ClientObservations {
  readonly clients: readonly ClientFigures[];
  /** Those behind them who did anything remarkable. */
  readonly subVisitors: readonly SubVisitor[];
  readonly habits: PersonHabits;
  readonly history: readonly ClientPeriod[];
  /** Only clients whose log shows who is attended. */
  readonly unattended: readonly UnattendedUse[];
  readonly customers: readonly CustomerAddressUse[];
  readonly callers: readonly ClientCaller[];
}
