const unsent = new Set<Promise<void>>();

/**
 * Tells the process that started this one, when there is an IPC channel to it; else does nothing.
 * Messages are plain data with a `type`. Delivery is best effort: a parent that is gone hears nothing.
 */
export function reportToParent(message: { readonly type: string; [field: string]: unknown }): void {
  if (process.send === undefined || !process.connected) return;
  const sending = new Promise<void>((resolve) => {
    process.send?.(message, undefined, undefined, () => {
      resolve();
    });
  });
  unsent.add(sending);
  void sending.then(() => unsent.delete(sending));
}

/** Resolves when every report so far has left this process. */
export async function reportsSent(): Promise<void> {
  await Promise.all(unsent);
}
