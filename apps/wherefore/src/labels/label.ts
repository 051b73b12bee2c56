/** The truth about one visitor of a log, as a person or a simulator wrote it down. */
export interface Label {
  readonly address: string;
  /** Where several visitors share the address. */
  readonly userAgent: string | undefined;
  /** A part of the user agent, where the label does not say all of it. */
  readonly userAgentContains: string | undefined;
  /** human, good_bot, bad_bot, neutral_bot, ...; `self` and `unknown` are not compared. */
  readonly label: string;
  /** What it is there for, in the words of whoever labelled: OAT-008, vuln_scan, verified_bing, ... */
  readonly class: string;
  /** Requests in the log, where the label says so. */
  readonly requests: number | undefined;
  readonly campaign: string;
  /** The kind of actor, for example `impostor_scraper`, or ''. */
  readonly kind: string;
  /** How it hides (naive, rotating, residential, low_and_slow, headless_browser, ...), or ''. */
  readonly evasion: string;
}

export const labelKey = ({ address, userAgent, userAgentContains }: Label): string =>
  [address, userAgent ?? userAgentContains].filter((part) => part !== undefined).join('|');
