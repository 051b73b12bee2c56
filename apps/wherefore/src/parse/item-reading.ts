import {
  type AccessEvent,
  applySourceIdentity,
  type CanonicalRequest,
  canonicalRequest,
  createClientFinder,
  createLineParser,
  createRequestReader,
  type FoundClient,
  type LineContext,
  type LogFormatName,
  type LogItem,
  type RejectReason,
  type Source,
} from '#libs/traffic';

/** What one item of a log says, before and after what the store is not to see was taken out. */
export type ItemReading =
  | {
      readonly kind: 'event';
      readonly format: LogFormatName;
      readonly event: AccessEvent;
      /** The same as the line has it, secrets included; the client already looked for. */
      readonly plain: CanonicalRequest;
      readonly client: FoundClient;
    }
  | { readonly kind: 'reject'; readonly reason: RejectReason };

export type ItemReader = (item: LogItem, context: LineContext) => ItemReading;

/** Reads items of a source as ingest does, and keeps what explains the result. */
export function createItemReader(source: Source, hash: (value: string) => string): ItemReader {
  const parse = createLineParser(source, hash);
  const read = createRequestReader(source);
  const findClient = createClientFinder(source.identity ?? {});
  const identify = applySourceIdentity(source.identity);
  return (item, context) => {
    const before = { ...context };
    const parsed = parse(item, context);
    if (parsed.kind === 'reject') return parsed;
    const result = read(item, before);
    if (typeof result === 'string') return { kind: 'reject', reason: result };
    const client = findClient(result.request);
    identify(result.request);
    return { ...parsed, plain: canonicalRequest(result.request), client };
  };
}
