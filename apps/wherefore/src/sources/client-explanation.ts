import { type FoundClient } from '#libs/traffic';

/** How a client was found, for a person. */
export function clientExplanation({ client, peer, from }: FoundClient): string {
  if (from === 'untrusted_peer') {
    return client === peer || peer === ''
      ? 'the address of the connection, which is no trusted proxy: no header is believed'
      : `no trusted proxy: no header of ${peer} is believed`;
  }
  if (from !== 'logged') return `from ${from}, which trusted proxy ${peer} sent`;
  return peer === '' || peer === client ? 'as logged' : `as logged; ${peer} sent it on`;
}
