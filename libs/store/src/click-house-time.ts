/** An instant in milliseconds since the epoch as ClickHouse reads and writes DateTime64(3): UTC, `2026-01-31 23:59:59.999`. */
export function clickHouseTime(milliseconds: number): string {
  return new Date(milliseconds).toISOString().replace('T', ' ').replace('Z', '');
}
