import { isIntact, lineageToNpm } from './lineage.js';

/** Signals that come this soon after the first are echoes: the terminal and npm both pass a Ctrl-C on. */
const ECHO_MS = 1_000;
const PARENT_CHECK_MS = 500;

export interface StopRequestOptions {
  /**
   * Also stop when the npm or npx that started us is gone. They pass no word of their own death on, but whom they leave behind is
   * adopted by another parent.
   */
  readonly watchParent: boolean;
}

/**
 * A signal that aborts on Ctrl-C, SIGTERM, SIGHUP, and when the process that started us is gone. A second Ctrl-C, given after a
 * second, ends this process at once.
 */
export function stopRequest({ watchParent }: StopRequestOptions): AbortSignal {
  const controller = new AbortController();
  let first = 0;
  const onSignal = (): void => {
    const now = performance.now();
    if (first === 0) first = now;
    else if (now - first > ECHO_MS) process.exit(130);
    controller.abort();
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, onSignal);
  if (process.send !== undefined) {
    process.once('disconnect', () => {
      controller.abort();
    });
    process.channel?.unref();
  }
  if (watchParent) abortWithoutParent(controller);
  return controller.signal;
}

function abortWithoutParent(controller: AbortController): void {
  const lineage = lineageToNpm();
  const timer = setInterval(() => {
    if (isIntact(lineage)) return;
    clearInterval(timer);
    controller.abort();
  }, PARENT_CHECK_MS);
  timer.unref();
}
