import { DictionaryColumn } from './dictionary-column.js';
import { type Vocabulary } from './vocabulary.js';

/** Makes columns whose texts are those of one vocabulary. */
export abstract class RepeatedTexts {
  readonly #vocabulary: Vocabulary;

  constructor(vocabulary: Vocabulary) {
    this.#vocabulary = vocabulary;
  }

  protected name(): DictionaryColumn {
    return new DictionaryColumn(this.#vocabulary.names);
  }

  protected repeated(
    texts: 'paths' | 'queries' | 'referers' | 'agents' | 'templates',
  ): DictionaryColumn {
    return new DictionaryColumn(this.#vocabulary[texts]);
  }
}
