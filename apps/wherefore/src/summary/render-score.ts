import { type ClassHitRate } from '../labels/class-hit-rates.js';
import { type Harm, type SimulationScore } from '../labels/simulation-score.js';
import { count, percent } from '../terminal/numbers.js';
import { printable } from '../terminal/printable.js';
import { type Colours } from '../terminal/terminal.js';
import { className } from './class-names.js';
import { table } from './table.js';

/** Precision, recall and harm against the simulator's labels, as a person reads them. */
export function renderScore(score: SimulationScore, colours: Colours): string {
  const { bold, cyan } = colours;
  const lines = [
    bold(cyan("Against the simulator's labels")),
    `  ${bold('precision')} ${bold(percent(score.precision))}  of those condemned are malicious in truth (${count(score.falseAlarms)} false alarms)`,
    `  ${bold('recall')}    ${bold(percent(score.recall))}  of ${count(score.malicious)} malicious visitors of the classes judged so far were condemned`,
    '',
    classTable([...score.measured]),
    `  among them ${count(score.impostors.visitors)} false crawlers, ${count(score.impostors.caught)} condemned`,
    '',
    harmLine('people', score.people, colours),
    harmLine('verified and other good bots', score.goodBots, colours),
    harmLine('neutral machines (not counted above)', score.neutralBots, colours),
  ];
  if (score.others.length > 0) {
    lines.push(
      '',
      '  Shown apart, because these intents are not judged yet:',
      classTable(score.others),
    );
  }
  return lines.join('\n');
}

function classTable(classes: readonly ClassHitRate[]): string {
  const rows = classes.map((one) => [
    className(one.class),
    count(one.visitors),
    count(one.caught),
    percent(one.rate),
    count(one.named),
  ]);
  return table(['class in truth', 'visitors', 'condemned', 'recall', 'named so'], rows);
}

function harmLine(who: string, harm: Harm, { green, red }: Colours): string {
  const blocked = `${count(harm.blocked)} of ${count(harm.visitors)} ${who} blocked`;
  const coloured = harm.blocked === 0 ? green(blocked) : red(blocked);
  const named = harm.named.map((name) => `\n    ${printable(name, 140)}`).join('');
  return `  ${coloured}, ${count(harm.hindered)} challenged${named}`;
}
