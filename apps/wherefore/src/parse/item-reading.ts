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

/** What one item of a log says. */
export type ItemReading =
  | {
      readonly kind: 'event';
      readonly format: LogFormatName;
      readonly event: AccessEvent;
      /** What it says before the store's part is taken out of it; read anew. */
      readonly explain: () => Explanation;
    }
  | { readonly kind: 'reject'; readonly reason: RejectReason };

interface Explanation {
  /** As the line has it, secrets included; the client already looked for. */
  readonly plain: CanonicalRequest;
  readonly client: FoundClient;
}

/** Reads items of a source as ingest does. */
export type ItemReader = (item: LogItem, context: LineContext) => ItemReading;

/** A reader of items that can also explain what it made of them. */
export function createItemReader(source: Source, hash: (value: string) => string): ItemReader {
  const parse = createLineParser(source, hash);
  const explain = createExplainer(source);
  return (item, context) => {
    const before = { ...context };
    const parsed = parse(item, context);
    return parsed.kind === 'reject' ? parsed : { ...parsed, explain: () => explain(item, before) };
  };
}

function createExplainer(source: Source): (item: LogItem, context: LineContext) => Explanation {
  const read = createRequestReader(source);
  const findClient = createClientFinder(source.identity ?? {});
  const identify = applySourceIdentity(source.identity);
  return (item, context) => {
    const result = read(item, context);
    if (typeof result === 'string') throw new Error(`read once, and now it is ${result}`);
    const client = findClient(result.request);
    identify(result.request);
    return { plain: canonicalRequest(result.request), client };
  };
}
