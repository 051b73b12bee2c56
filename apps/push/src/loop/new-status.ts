import { type TargetStatus } from '#libs/enforcement';

/** A target of which nothing is known yet. */
export function newStatus(name: string, kind: string): TargetStatus {
  return {
    name,
    kind,
    state: 'starting',
    entries: 0,
    dropped: 0,
    droppedShare: 0,
    leftOut: {},
    heldBack: null,
    lastSuccess: 0,
    failures: 0,
    lastFailure: null,
    notBefore: 0,
  };
}
