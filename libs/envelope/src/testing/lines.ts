/** One log line of several formats each, as its server writes it. */
export const LINES: Readonly<Record<string, string>> = {
  combined:
    '192.0.2.7 - - [22/Nov/2026:22:00:00 +0000] "GET /größe?q=a%20b HTTP/1.1" 200 512 "https://shop.example/" "curl/8.5.0"',
  'combined with IPv6':
    '2001:db8::7 - alice [22/Nov/2026:22:00:00 +0000] "POST /login HTTP/2.0" 302 0 "-" "Mozilla/5.0 (X11)"',
  'virtual host':
    'shop.example:443 192.0.2.7 - - [22/Nov/2026:22:00:00 +0000] "GET / HTTP/1.1" 200 5 "-" "a"',
  HAProxy:
    '192.0.2.7:51234 [22/Nov/2026:22:00:00.123] web~ app/app1 0/0/1/5/6 200 739 - - ---- 1/1/0/0/0 0/0 "GET /a?b=c HTTP/1.1"',
  'Envoy text':
    '[2026-11-22T22:00:00.123Z] "GET /a HTTP/1.1" 200 - 0 512 30 15 "192.0.2.7" "curl/8.5.0" "6c9b1a90-0000-4000-8000-000000000001" "shop.example" "10.0.0.1:8080"',
  'application load balancer':
    'https 2026-11-22T22:00:00.123456Z app/web/50dc6c495c0c9188 192.0.2.7:2817 10.0.0.1:80 0.000 0.001 0.000 200 200 34 366 "GET https://shop.example:443/a?b=c HTTP/1.1" "curl/8.5.0" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2 arn:aws:x "Root=1-58337262-36d228ad5d99923122bbe354" "shop.example" "arn:y" 0 2026-11-22T22:00:00.122000Z "forward" "-" "-" "10.0.0.1:80" "200" "-" "-"',
  'classic load balancer':
    '2026-11-22T22:00:00.123456Z web-balancer 192.0.2.7:2817 10.0.0.1:80 0.000073 0.001048 0.000057 200 200 0 29 "GET https://shop.example:443/a HTTP/1.1" "curl/8.5.0" ECDHE-RSA-AES128-GCM-SHA256 TLSv1.2',
  'nginx JSON with a message of its own':
    '{"time_iso8601":"2026-11-22T22:00:00+00:00","remote_addr":"192.0.2.7","request":"GET /a?b=c HTTP/1.1","status":200,"host":"shop.example","message":"nothing to see","log":"web"}',
  'Cloudflare Logpush':
    '{"ClientIP":"192.0.2.7","EdgeStartTimestamp":1795384800000000000,"ClientRequestMethod":"GET","ClientRequestHost":"shop.example","ClientRequestURI":"/a?b=c","EdgeResponseStatus":200,"ClientRequestUserAgent":"curl/8.5.0"}',
  'Caddy JSON':
    '{"level":"info","ts":1795384800.123,"logger":"http.log.access","msg":"handled request","request":{"remote_ip":"192.0.2.7","remote_port":"51234","proto":"HTTP/2.0","method":"GET","host":"shop.example","uri":"/a","headers":{"User-Agent":["curl/8.5.0"]}},"bytes_read":0,"duration":0.01,"size":5,"status":200}',
  'Traefik JSON':
    '{"ClientHost":"192.0.2.7","ClientPort":"51234","DownstreamStatus":200,"Duration":1500000,"RequestHost":"shop.example","RequestMethod":"GET","RequestPath":"/a","RequestProtocol":"HTTP/1.1","StartUTC":"2026-11-22T22:00:00.123456789Z","level":"info","msg":"","time":"2026-11-22T22:00:00Z"}',
  'Azure Front Door':
    '{"time":"2026-11-22T22:00:00.0000000Z","category":"FrontDoorAccessLog","properties":{"clientIp":"192.0.2.7","socketIp":"192.0.2.7","httpMethod":"GET","requestUri":"https://shop.example:443/a?b=c","httpStatusCode":"200","httpVersion":"2.0.0.0"}}',
  'Google Cloud load balancer':
    '{"httpRequest":{"remoteIp":"192.0.2.7","requestMethod":"GET","requestUrl":"https://shop.example/a","status":200,"latency":"0.005s"},"jsonPayload":{"statusDetails":"response_sent_by_backend"},"logName":"projects/p/logs/requests","timestamp":"2026-11-22T22:00:00.123Z"}',
  'ECS with its original':
    '{"@timestamp":"2026-11-22T22:00:00.000Z","event":{"original":"198.51.100.9 - - [01/Jan/2020:00:00:00 +0000] \\"GET /other HTTP/1.1\\" 404 0","duration":5000000},"message":"198.51.100.9 other","http":{"request":{"method":"GET"},"response":{"status_code":200},"version":"1.1"},"source":{"ip":"192.0.2.7"},"url":{"path":"/a","domain":"shop.example"},"user_agent":{"original":"curl/8.5.0"}}',
  APISIX:
    '{"client_ip":"192.0.2.7","start_time":1795384800123,"request":{"method":"GET","uri":"/a","url":"http://shop.example:80/a","size":80,"headers":{"host":"shop.example","user-agent":"curl/8.5.0"},"querystring":{}},"response":{"status":200,"size":300,"headers":{}},"latency":5,"service_id":"s","route_id":"r"}',
};
