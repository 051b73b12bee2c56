/** Autonomous systems by first octet or two of an address: numbers reserved for documentation (RFC 5398), one for each invented provider. */
const NETWORKS: ReadonlyMap<string, number> = new Map([
  ['26', 64_496],
  ['28', 64_497],
  ['29', 64_498],
  ['30', 64_499],
  ['2001:db8', 64_496],
  ['33', 64_500],
  ['3fff:1', 65_539],
  ['3fff:2', 64_503],
  ['3fff:3', 64_504],
  ['22', 64_501],
  ['21', 64_502],
  ['11.16', 65_536],
  ['11.96', 65_537],
  ['11.208', 65_538],
]);
const IPV6 = ['2001:db8', '3fff:1', '3fff:2', '3fff:3'];
/** Second octets of the hosting providers' /12. */
const HOSTING = [208, 96, 16];

/** The autonomous system an address of the plan belongs to; 0 for others (declared bots come from their operators' real networks). */
export function networkOf(address: string): number {
  const ofIpv6 = IPV6.find((start) => address.startsWith(`${start}:`));
  if (ofIpv6 !== undefined) return NETWORKS.get(ofIpv6) ?? 0;
  const [first = '', second = ''] = address.split('.', 2);
  if (first !== '11') return NETWORKS.get(first) ?? 0;
  const provider = HOSTING.find((start) => Number(second) >= start);
  return NETWORKS.get(`11.${provider ?? ''}`) ?? 0;
}
