import { type SimulatedRequest } from './simulated-request.js';

/** Puts a request into the log; its time is now or later, never earlier. */
export type Emit = (request: SimulatedRequest) => void;

/** What an actor does: it yields the time (epoch milliseconds) at which it wants to go on. */
export type Script = Generator<number, void, void>;

/** One stay of one actor. */
export interface Visit {
  readonly start: number;
  readonly run: (emit: Emit) => Script;
}
