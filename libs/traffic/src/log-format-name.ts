/** What a source can call its format; written into `access_events.source_format`. */
export type LogFormatName = 'combined' | 'vhost_combined' | 'common' | 'nginx_json';
