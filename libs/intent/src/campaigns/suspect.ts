/** Traits by which members of one crowd resemble each other: columns of `campaign-suspects`. Empty text: not known. */
export const traitNames = [
  'fingerprint',
  'agent',
  'network',
  'prefix',
  'conduct',
  'path',
  'pace',
  'repeats',
  'hour',
  'accounts',
  'pages',
  'acquaintance',
] as const;

export type TraitName = (typeof traitNames)[number];

/** One address that did what a campaign is about, with its traits: a row of `campaign-suspects`. */
export interface Suspect {
  readonly address: string;
  /** Whether it ended badly, or acted bare. */
  readonly bad: boolean;
  /** Milliseconds since the epoch. */
  readonly firstSeen: number;
  readonly lastSeen: number;
  readonly traits: Readonly<Record<TraitName, string>>;
}
