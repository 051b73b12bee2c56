import { type JsonFieldMap } from '../json-field-map.js';
import { type JsonRecord } from '../json-record.js';
import { type RawRequest } from '../raw-request.js';
import { type RejectReason } from '../reject-reason.js';
import { type JsonRequest } from './json-request.js';

/** Gives the fields of one object the meaning that its format gives them. */
type JsonSettler = (
  request: RawRequest,
  record: JsonRecord,
  parts: JsonRequest,
) => RejectReason | null;

/** How the objects of one format are read by the names of their fields. */
export interface MappedFormat {
  /** Names that may differ in case, `_`, `-` and `:`. */
  readonly names: JsonFieldMap;
  /** Names to be met exactly; asked first. */
  readonly ownNames?: JsonFieldMap | undefined;
  /** Which instant `eventTime` is. */
  readonly timeKind: RawRequest['eventTimeKind'];
  /** The request header a top-level key stands for, `''` for none. */
  readonly headerOf?: (key: string) => string;
  /** Whether objects that do not say what was asked for are read all the same, being certainly this format's. */
  readonly certain?: boolean;
  /** What the format's fields mean beyond their names; may still reject. */
  readonly settle?: JsonSettler;
}
