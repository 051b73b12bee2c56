import { type Fault } from './fault.js';
import { workerKilled, workerKilledInGroup } from './faults/f01-worker-killed.js';
import { storeKilled } from './faults/f02-store-killed.js';
import { bothKilled } from './faults/f03-both-killed.js';
import { splitBrain } from './faults/f04-split-brain.js';
import { storeAway } from './faults/f05-store-away.js';
import { brokersHurt } from './faults/f06-brokers.js';
import { rebalanceStorm } from './faults/f07-rebalance-storm.js';
import { rollingDeploy } from './faults/f08-rolling-deploy.js';
import { poison } from './faults/f09-poison.js';
import { replay } from './faults/f10-replay.js';
import { diskFull } from './faults/f11-disk-full.js';
import { storeOverloaded } from './faults/f12-store-overloaded.js';
import { clockSkew } from './faults/f13-clock-skew.js';
import { lateEvents } from './faults/f14-late-events.js';
import { publisherKilled } from './faults/f15-publisher-killed.js';
import { burst } from './faults/f16-burst.js';
import { drain } from './faults/f17-drain.js';
import { fuzz } from './faults/f18-fuzz.js';

/** The fault table, in its order. */
export const FAULTS: readonly Fault[] = [
  workerKilled,
  workerKilledInGroup,
  storeKilled,
  bothKilled,
  splitBrain,
  storeAway,
  brokersHurt,
  rebalanceStorm,
  rollingDeploy,
  poison,
  replay,
  diskFull,
  storeOverloaded,
  clockSkew,
  lateEvents,
  publisherKilled,
  burst,
  drain,
  fuzz,
];
