/** `TLSv1.3`, `TLS 1.3`, `tlsv13`, `1.3` → `1.3`; `SSLv3` → `ssl3`; `''` for what is neither. */
export function loggedTlsVersion(logged: string): string {
  const match = /^(tls|ssl)?[ _]?v?[ _]?([123])(?:\.?(\d))?$/i.exec(logged.slice(0, 16));
  if (match === null) return '';
  const [, protocol = 'tls', major = '', minor = '0'] = match;
  return protocol.toLowerCase() === 'ssl' ? `ssl${major}` : `${major}.${minor}`;
}
