/** Waits for a condition, looking every 25 ms. @throws when it does not hold in time */
export async function until(
  holds: () => boolean | Promise<boolean>,
  withinMs = 20_000,
): Promise<void> {
  const deadline = performance.now() + withinMs;
  while (!(await holds())) {
    if (performance.now() > deadline)
      throw new Error(`not within ${withinMs} ms: ${String(holds)}`);
    await new Promise((wake) => setTimeout(wake, 25));
  }
}
