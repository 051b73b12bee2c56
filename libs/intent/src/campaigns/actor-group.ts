import { type ActorDeed } from './actor-deed.js';

/** Those who do one thing at one site, in one window: a row of `actor-groups`. */
export interface ActorGroup {
  /** Site, deed and conduct; the same text as `actorCells` gives. */
  readonly cell: string;
  readonly site: string;
  /** `reading`: does nothing but open pages. */
  readonly kind: ActorDeed | 'reading';
  /** Which of the bare ones: those that opened pages, those that opened none, or both. */
  readonly conduct: 'any' | 'pages' | 'none';
  /** Addresses that claim a browser and loaded nothing of what pages show. */
  readonly bare: number;
  /** Addresses that did it alike and loaded it, whether or not they opened pages. */
  readonly dressed: number;
  /** Addresses that did it in any way and loaded what pages show. */
  readonly doers: number;
  /** Addresses that did it in any way bare, apart from those that something else shows to be programs. */
  readonly bareDoers: number;
  /** Of the bare ones. Milliseconds since the epoch. */
  readonly firstSeen: number;
  readonly lastSeen: number;
}
