import { type TracedJudgement } from '#libs/intent';
import { reasonComparison, reasonFeatures, type Statement, statementScript } from '#libs/store';

/** What was counted, when, and from which log. */
interface Counted {
  readonly database: string;
  /** What of the log was counted: conditions in SQL. */
  readonly seen: readonly string[];
  /** What fills the scratch tables. */
  readonly commands: readonly Statement[];
  /** Parameters of the window, as the queries of the estate name them. */
  readonly window: Readonly<Record<string, unknown>>;
}

/** Everything to count the reasons of a judgement again by hand: the window first, then two statements a reason. */
export function reasonScript({ evidence, features }: TracedJudgement, counted: Counted): string {
  const fills = counted.commands.filter(({ sql }) => !sql.trimStart().startsWith('TRUNCATE'));
  const reasons = evidence.flatMap(({ code, text, value, features: names, comparedWith }) => [
    `${code}: ${text} (${value})`,
    ...(names.length === 0 ? [] : [reasonFeatures(names.map(column), features)]),
    ...comparedWith.flatMap(({ kind, of }) => reasonComparison(kind, of, counted.window) ?? []),
  ]);
  return statementScript(counted.database, counted.seen, [...fills, ...reasons]);
}

/** `probes.exploit` is of the column `probes`; what is known of an identity follows from the user agent. */
function column(name: string): string {
  const [first = ''] = name.split('.');
  return first === 'identity' ? 'userAgent' : first;
}
