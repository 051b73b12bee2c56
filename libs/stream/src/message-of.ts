/** The words of whatever was thrown. */
export function messageOf(thrown: unknown): string {
  const named = typeof thrown === 'object' && thrown !== null && 'message' in thrown;
  return String(named ? thrown.message : thrown);
}
