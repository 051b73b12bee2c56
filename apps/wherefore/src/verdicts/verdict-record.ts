/** One message of the verdict topic as one line of JSON; a value that is no JSON stands as text. */
export function verdictRecord(key: string, value: string | null): string {
  return JSON.stringify({ key, value: value === null ? null : decoded(value) });
}

function decoded(value: string): unknown {
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}
