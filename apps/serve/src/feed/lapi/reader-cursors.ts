import { type DecisionDelta, type FeedCursor } from '#libs/enforcement';
import { type Logger } from '#libs/platform';
import { type FeedCursors, type FeedReader } from '#libs/store';

/** A reader that hears no news is noted so often, milliseconds: what expired since is told again after a restart. */
const NOTED_EVERY_MS = 60_000;

/**
 * Where each reader of the stream stands. The store has it for every replica and for the next start; memory has
 * what this process said since. While the store is away memory alone has to do.
 *
 * A cursor moves when its answer was sent. Whatever fails between leaves an older one, and a delta from an older
 * cursor says something twice and leaves nothing out.
 */
export class ReaderCursors {
  readonly #known = new Map<string, FeedCursor>();
  readonly #stored = new Map<string, FeedCursor>();

  constructor(
    private readonly cursors: Pick<FeedCursors, 'read' | 'write'>,
    private readonly logger: Logger,
  ) {}

  /** Undefined for a reader that never asked. */
  async of(reader: FeedReader): Promise<FeedCursor | undefined> {
    const known = this.#known.get(nameOf(reader));
    const stored = await this.#read(reader);
    if (known === undefined || stored === undefined) return known ?? stored;
    return isFurther(stored, known) ? stored : known;
  }

  /** Notes that the reader has heard a delta. */
  async heard(reader: FeedReader, { cursor, added, deleted }: DecisionDelta): Promise<void> {
    const name = nameOf(reader);
    this.#known.set(name, cursor);
    const stored = this.#stored.get(name);
    const isNews = added.length + deleted.length > 0 || stored?.sequence !== cursor.sequence;
    if (!isNews && cursor.at - stored.at < NOTED_EVERY_MS) return;
    try {
      await this.cursors.write(reader, cursor);
      this.#stored.set(name, cursor);
    } catch (error) {
      this.logger.warn('where a reader of the feed stands could not be stored', {
        ...reader,
        error,
      });
    }
  }

  async #read(reader: FeedReader): Promise<FeedCursor | undefined> {
    try {
      return await this.cursors.read(reader);
    } catch (error) {
      this.logger.debug('where a reader of the feed stands could not be read', { error });
      return undefined;
    }
  }
}

/** Of two cursors that a reader has heard up to, the one that says more. */
function isFurther(one: FeedCursor, other: FeedCursor): boolean {
  return one.sequence === other.sequence ? one.at > other.at : one.sequence > other.sequence;
}

function nameOf({ name, client }: FeedReader): string {
  return `${name} ${client}`;
}
