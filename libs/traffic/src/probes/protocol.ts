/** Methods of other protocols that ride on HTTP's port: tunnels, remote desktops, HTTP/2 without TLS. */
const METHODS = new Set(
  'PRI SSTP_DUPLEX_POST RDG_IN_DATA RDG_OUT_DATA RPC_IN_DATA RPC_OUT_DATA RPC_CONNECT DESCRIBE ANNOUNCE SETUP TRACK'.split(
    ' ',
  ),
);

export function isForeignMethod(method: string): boolean {
  return method !== '' && METHODS.has(method);
}

/**
 * What a request line is that is not HTTP to this site: an attempt to use the server as a proxy
 * (CONNECT, absolute-form target), or another protocol (TLS, SSH, RDP, RTSP, miners, one word). Nothing
 * at all (`-`, as servers log a connection that was opened and not used) is no probe: browsers do it.
 */
export function foreignProtocol(requestLine: string): '' | 'open_proxy' | 'protocol' {
  if (requestLine === '' || requestLine === '-') return '';
  if (requestLine.startsWith('CONNECT ')) return 'open_proxy';
  const slashes = requestLine.indexOf('://');
  const space = requestLine.indexOf(' ');
  const absolute = slashes > space && space > 0 && slashes - space < 8;
  return absolute && requestLine.includes(' HTTP/') ? 'open_proxy' : 'protocol';
}
