import { type VisitorKeyType } from '#libs/intent';

/** The Kafka key of a verdict: `tenant/type/value`. One key, one partition, one order. */
export function verdictKey(tenant: string, keyType: VisitorKeyType, key: string): string {
  return `${tenant}/${keyType}/${key}`;
}
