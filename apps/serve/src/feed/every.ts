/** Does something again and again, each time so long after the last one ended, until it is told to stop. */
export function every(milliseconds: number, task: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const run = async (): Promise<void> => {
    await task();
    if (stopped) return;
    timer = setTimeout(() => void run(), milliseconds);
    timer.unref();
  };
  void run();
  return () => {
    stopped = true;
    clearTimeout(timer);
  };
}
