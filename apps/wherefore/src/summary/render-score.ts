import {
  type EvasionHitRate,
  type Harm,
  type SimulationScore,
  type ThreatHitRate,
} from '../labels/simulation-score.js';
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
    `  ${bold('recall')}    ${bold(percent(score.recall))}  of ${count(score.malicious)} malicious visitors of the threats that are judged were condemned`,
    `  ${bold('F1')}        ${bold(percent(score.f1))}`,
    '',
    threatTable(score.measured),
    `  among them ${count(score.impostors.visitors)} false crawlers, ${count(score.impostors.caught)} condemned`,
    '',
    levelTable(score.levels),
    '',
    harmLine('people', score.people, colours),
    harmLine('verified and other good bots', score.goodBots, colours),
    harmLine('neutral machines (not counted above)', score.neutralBots, colours),
  ];
  if (score.others.length > 0) {
    lines.push(
      '',
      '  Shown apart, because these intents are not judged:',
      threatTable(score.others),
    );
  }
  return lines.join('\n');
}

function threatTable(threats: readonly ThreatHitRate[]): string {
  const rows = threats.map((one) => [
    className(one.class),
    one.visibility ?? '',
    count(one.visitors),
    count(one.caught),
    percent(one.rate),
    count(one.named),
  ]);
  return table(
    ['class in truth', 'visible in logs', 'visitors', 'condemned', 'recall', 'named so'],
    rows,
  );
}

function levelTable(levels: readonly EvasionHitRate[]): string {
  const rows = levels.map((one) => [
    one.evasion,
    count(one.visitors),
    count(one.caught),
    percent(one.rate),
  ]);
  return table(['how they hide', 'visitors', 'condemned', 'recall'], rows);
}

function harmLine(who: string, harm: Harm, { green, red }: Colours): string {
  const blocked = `${count(harm.blocked)} of ${count(harm.visitors)} ${who} blocked`;
  const coloured = harm.blocked === 0 ? green(blocked) : red(blocked);
  const named = harm.named.map((name) => `\n    ${printable(name, 140)}`).join('');
  return `  ${coloured}, ${count(harm.hindered)} challenged${named}`;
}
