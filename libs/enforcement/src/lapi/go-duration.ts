/**
 * A span as Go writes a `time.Duration`, which is how a CrowdSec bouncer reads it: `3h59m50s`, `1.5s`, `-20s`.
 *
 * @param milliseconds negative for what is over
 */
export function goDuration(milliseconds: number): string {
  const rounded = Math.round(milliseconds);
  if (rounded < 0) return `-${goDuration(-rounded)}`;
  if (rounded > 0 && rounded < 1_000) return `${rounded}ms`;
  const hours = Math.floor(rounded / 3_600_000);
  const minutes = Math.floor(rounded / 60_000) % 60;
  const seconds = (rounded % 60_000) / 1_000;
  if (hours > 0) return `${hours}h${minutes}m${seconds}s`;
  return minutes > 0 ? `${minutes}m${seconds}s` : `${seconds}s`;
}
