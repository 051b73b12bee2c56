import { explainKeys, explainLastJudgement, type Store } from '#libs/store';
import { CliError } from '../cli-error.js';
import { printable } from '../terminal/printable.js';

interface FoundKey {
  readonly verdictId: string;
  readonly messageKey: string;
}

interface LastJudgement {
  readonly keyType: string;
  readonly stance: string;
  readonly action: string;
  readonly score: number;
  readonly judgedAt: number;
}

/**
 * The id of the verdict that a person means: by its id, or the newest of a visitor key.
 * @throws CliError when there is none, saying what is known of the key, or when several visitors have that key
 */
export async function findVerdict(store: Store, text: string): Promise<string> {
  const found = await store.query<FoundKey>(explainKeys, { text });
  const [only, ...others] = found;
  if (only !== undefined && others.length === 0) return only.verdictId;
  if (only === undefined) throw new CliError('NO_SUCH_VERDICT', await whatIsKnown(store, text));
  const keys = found.map(({ messageKey }) => `  ${printable(messageKey, 160)}`).join('\n');
  throw new CliError(
    'SEVERAL_VERDICTS',
    `Several visitors have that key. Name one of them in full:\n${keys}`,
  );
}

async function whatIsKnown(store: Store, text: string): Promise<string> {
  const shown = printable(text, 120);
  const [last] = await store.query<LastJudgement>(explainLastJudgement, { key: text });
  if (last === undefined) {
    return `No verdict has the id or key “${shown}”, and no visitor of that key was judged. "wherefore verdicts" lists keys; verdict_id in a message is an id.`;
  }
  const at = new Date(last.judgedAt).toISOString().slice(0, 16).replace('T', ' ');
  return `“${shown}” never had a verdict: when it was last judged, ${at} UTC, it was ${last.stance}, risk ${last.score}, for which the action is ${last.action}.`;
}
