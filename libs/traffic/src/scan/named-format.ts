import { type MappedFormat } from './mapped-format.js';

/** A format whose fields mean what their names say, and nothing beyond. */
export interface NamedFormat extends MappedFormat {
  readonly settle?: never;
}
