import { type Conditions } from '../incidents/incident-calendar.js';

/** What sites on machines of their own go through: the shop's floods and outages do not reach them. */
export const CALM: Conditions = {
  time: 0,
  loginDown: false,
  assetsBroken: false,
  paymentsDown: false,
  dropOpen: false,
  release: 0,
  pressure: 0,
};
