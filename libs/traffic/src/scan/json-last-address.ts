/** The last entry of a list of addresses: the only one that the writer of the list has seen itself. */
export function lastAddress(list: string): string {
  return list.slice(list.lastIndexOf(',') + 1).trim();
}
