/**
 * How an attacker hides:
 * `naive`: few addresses, the tool's own user agent, full speed.
 * `rotating`: hundreds of rented addresses, another stale user agent for each request.
 * `residential`: hundreds to thousands of proxies in the access networks people use, a browser's user agent and TLS, forms opened before they are sent.
 * `low_and_slow`: as residential, with one or a few acts per source and day.
 * `headless`: a real browser engine under remote control, with assets, referrers, cookies and pauses like a person's.
 */
export const EVASIONS = ['naive', 'rotating', 'residential', 'low_and_slow', 'headless'] as const;

export type Evasion = (typeof EVASIONS)[number];
