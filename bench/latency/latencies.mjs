const FACTS = new Set(['secrets', 'impostor']);

/**
 * Of each marked visitor the milliseconds from its last request before its first verdict to that verdict, by the broker's
 * clock, and by which route it came.
 */
export async function latencies(store, marked, verdicts) {
  const rows = await store.query(
    `SELECT client, arraySort(groupArray(toUnixTimestamp64Milli(kafka_append_time))) AS times
     FROM events WHERE client IN {addresses: Array(String)} GROUP BY client`,
    { addresses: marked.map(({ address }) => address) },
  );
  const requests = new Map(rows.map(({ client, times }) => [client, times]));
  const first = new Map();
  for (const { appendTime, message } of verdicts) {
    const address = message.evidence?.parameters?.address;
    if (address !== undefined && !first.has(address))
      first.set(address, { appendTime, query: message.evidence.query });
  }
  const of = (kinds) => {
    const wanted = marked.filter(({ kind }) => kinds(kind));
    const found = wanted.flatMap(({ address }) => {
      const verdict = first.get(address);
      const last = requests.get(address)?.findLast((time) => time <= (verdict?.appendTime ?? 0));
      return last === undefined ? [] : [{ ms: verdict.appendTime - last, query: verdict.query }];
    });
    return { visitors: wanted.length, ...distribution(found) };
  };
  return { facts: of((kind) => FACTS.has(kind)), rest: of((kind) => !FACTS.has(kind)) };
}

function distribution(found) {
  const sorted = found.map(({ ms }) => ms).toSorted((a, b) => a - b);
  const at = (share) =>
    sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? null;
  const between = found.filter(({ query }) => query.startsWith('visitor-facts')).length;
  return {
    verdicts: found.length,
    betweenCycles: between,
    p50: at(0.5),
    p95: at(0.95),
    p99: at(0.99),
    most: sorted.at(-1) ?? null,
  };
}
