/** The streams of logs the estate writes, each with one layout. */
export type LogStream =
  'shop' | 'news' | 'mobile-api' | 'open-banking' | 'market' | 'tickets' | 'bank';
