import { type FeedKey, feedKeyHash, type FeedKeys } from '#libs/store';
import { timingSafeEqual } from 'node:crypto';

/** The keys as they were last read: a key that was removed is known no more a moment later. */
export class KnownKeys {
  #keys: readonly { readonly key: FeedKey; readonly hash: Buffer }[] = [];

  constructor(private readonly keys: Pick<FeedKeys, 'list'>) {}

  /** @throws what the store throws; those known stay */
  async refresh(): Promise<void> {
    const keys = await this.keys.list();
    this.#keys = keys.map((key) => ({ key, hash: Buffer.from(key.hash, 'hex') }));
  }

  /** Whose key this is. Takes the same time whichever it is, and however much of it is right. */
  ownerOf(presented: string): FeedKey | undefined {
    const hash = Buffer.from(feedKeyHash(presented), 'hex');
    let owner: FeedKey | undefined;
    for (const known of this.#keys) {
      if (known.hash.length === hash.length && timingSafeEqual(known.hash, hash)) owner = known.key;
    }
    return owner;
  }
}
