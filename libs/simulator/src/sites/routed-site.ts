import { type LogStream } from '../log/log-stream.js';
import { plain } from './answers.js';
import { CALM } from './calm.js';
import { type Handler } from './handlers.js';
import { type Site } from './site.js';

/** A site as a table of routes. */
export interface RoutedSite {
  readonly host: string;
  readonly stream: LogStream;
  /** The first pattern that matches the target decides. */
  readonly routes: readonly (readonly [RegExp, Handler])[];
  readonly methods: ReadonlySet<string>;
  /** Bytes of the page that says there is nothing here. */
  readonly notFound: number;
}

/** Makes a site on machines of its own: only the time reaches it, not the shop's incidents. */
export function routedSite({ host, stream, routes, methods, notFound }: RoutedSite): Site {
  return {
    host,
    stream,
    answer(hit, { time }, random) {
      if (!methods.has(hit.method)) return plain(hit.method === 'OPTIONS' ? 204 : 405, 0, random);
      const route = routes.find(([pattern]) => pattern.test(hit.target));
      return route
        ? route[1](hit, { ...CALM, time }, random)
        : plain(404, hit.method === 'HEAD' ? 0 : notFound, random);
    },
  };
}
