/** An access log entry as nginx writes it as JSON, with some values changed. */
export const nginxObject = (changes: Readonly<Record<string, unknown>> = {}): string =>
  JSON.stringify({
    msec: 1_795_381_200.25,
    remote_addr: '192.0.2.7',
    host: 'A.example:8443',
    request_method: 'GET',
    request_uri: '/p/4711/a-b?page=2',
    server_protocol: 'HTTP/2.0',
    status: 200,
    body_bytes_sent: 512,
    request_length: '400',
    http_referer: 'https://a.example/b',
    http_user_agent: 'Mozilla/5.0 (X11)',
    request_time: 0.015,
    request_id: '79feb1c7e9ad30c6432d195b75ca39c5',
    ...changes,
  });
