/** Of what verdicts are published for trial only: consumers log what they would do. */
export interface SimulatedPart {
  readonly everything: boolean;
  /** Hosts, `*` stands for any part of one. */
  readonly sites: readonly string[];
  readonly classes: readonly string[];
}
