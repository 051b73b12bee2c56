import { type LoggedRequest } from '../log/logged-request.js';
import { crowdsecRequest } from './crowdsec-request.js';
import { CROWDSEC_SCENARIOS, type CrowdsecScenario } from './crowdsec-scenarios.js';
import { LeakyBucket } from './leaky-bucket.js';

/** An address whose bucket overflowed. */
export interface CrowdsecAlert {
  readonly address: string;
  readonly scenario: string;
  /** Milliseconds since the epoch: of the request that made it overflow. */
  readonly time: number;
  /** Requests of the address up to and with that one. */
  readonly requests: number;
}

/**
 * What thresholds per address say of a log: for each address and scenario the first alert, in the order of time. Requests without a
 * readable time are left out.
 */
export function crowdsecAlerts(
  requests: readonly LoggedRequest[],
  scenarios: readonly CrowdsecScenario[] = CROWDSEC_SCENARIOS,
): CrowdsecAlert[] {
  const inOrder = requests
    .filter(({ time }) => Number.isFinite(time))
    .sort((one, other) => one.time - other.time);
  const buckets = new Map<string, LeakyBucket>();
  const counts = new Map<string, number>();
  const alerts = new Map<string, CrowdsecAlert>();
  for (const plain of inOrder) {
    const request = crowdsecRequest(plain);
    const { address, time } = request;
    const count = (counts.get(address) ?? 0) + 1;
    counts.set(address, count);
    for (const scenario of scenarios.filter(({ filter }) => filter(request))) {
      const key = `${address} ${scenario.name}`;
      const bucket = buckets.get(key) ?? new LeakyBucket(scenario);
      buckets.set(key, bucket);
      if (!bucket.pour(time, scenario.distinct?.(request)) || alerts.has(key)) continue;
      alerts.set(key, { address, scenario: scenario.name, time, requests: count });
    }
  }
  return [...alerts.values()];
}
