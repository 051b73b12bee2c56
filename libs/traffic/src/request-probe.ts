/** What a request probes for when no honest page links to it; `''` for ordinary requests. */
export type RequestProbe =
  | ''
  | 'sensitive_file'
  | 'admin_panel'
  | 'exploit'
  | 'injection'
  | 'traversal'
  | 'webshell'
  | 'open_proxy'
  | 'protocol'
  | 'enumeration';
export function requestProbe(
  method: string,
  path: string,
  query: string,
  requestLine: string,
  userAgent = '',
): RequestProbe {
  return method + path + query + requestLine + userAgent === '' ? '' : '';
}
