import { type WeightFit } from '#libs/intent';
import { table } from '../summary/table.js';
import { count, percent } from '../terminal/numbers.js';
import { type Colours } from '../terminal/terminal.js';
import { type FitFigures } from './fit-figures.js';
import { type FitReport, type NatureFigures } from './fit-report.js';
import { reliabilityDiagram } from './reliability-diagram.js';

const HEADER = ['visitors', 'true', 'precision', 'recall', 'accused', 'F1', 'AUC', 'ECE'];

/** The report as a person reads it. */
export function renderFit(report: FitReport, colours: Colours): string {
  const { nature, terms } = report;
  return [
    colours.bold(`Human or bot: ${HOW[terms.purpose]}`),
    table(
      ['weights', ...HEADER],
      [
        ...bothRows('as shipped', nature.shipped),
        ...bothRows('assumed, calibrated', nature.calibrated),
        ...bothRows('fitted, calibrated', nature.fitted),
      ],
    ),
    '',
    table(['as shipped, by set', ...HEADER], rows(nature.shipped.sets)),
    '',
    table(['fitted, by set', ...HEADER], rows(nature.fitted.sets)),
    '',
    table(['fitted, people against', ...HEADER], rows(nature.fitted.classes)),
    '',
    ...diagrams(nature, colours),
    ...threatTable(report, colours),
    colours.bold('Weights'),
    weightTable([...report.natureFit.weights, ...report.threatFit.weights]),
    '',
    calibrationText(report),
  ].join('\n');
}

const HOW: Readonly<Record<FitReport['terms']['purpose'], string>> = {
  own: 'fitted weights judge visitors that they were not fitted to, fold by fold',
  any: 'fitted weights judge sets of origins that they were not fitted to',
};

const bothRows = (name: string, { all, decided }: NatureFigures): string[][] => [
  [name, ...cells(all)],
  ['  of them not left unknown', ...cells(decided)],
];

const diagrams = ({ shipped, fitted }: FitReport['nature'], { bold }: Colours): string[] =>
  (
    [
      ['as shipped', shipped],
      ['fitted weights, calibrated', fitted],
    ] as const
  ).flatMap(([name, { all }]) => [
    bold(`How reliable: ${name}`),
    reliabilityDiagram(all.reliability),
    '',
  ]);

const rows = (record: Readonly<Record<string, FitFigures>>): string[][] =>
  Object.entries(record).map(([name, figures]) => [name, ...cells(figures)]);

const cells = (figures: FitFigures): string[] => [
  count(figures.visitors),
  count(figures.true),
  percent(figures.precision),
  percent(figures.recall),
  percent(figures.accused),
  decimal(figures.f1),
  decimal(figures.area),
  decimal(figures.calibration_error),
];

function threatTable({ threats }: FitReport, colours: Colours): string[] {
  const entries = Object.entries(threats);
  if (entries.length === 0) return [];
  return [
    colours.bold('Threats that labels name, on held-back visitors'),
    table(
      ['threat', ...HEADER],
      entries.flatMap(([id, { assumed, fitted }]) => [
        [`${id} assumed`, ...cells(assumed)],
        [`${id} fitted`, ...cells(fitted)],
      ]),
    ),
    '',
  ];
}

function weightTable(weights: readonly WeightFit[]): string {
  return table(
    ['reason', 'old', 'new', '±', 'visitors'],
    weights.map(({ code, standardError, support, ...weight }) => [
      code,
      weight.old.toFixed(2),
      weight.new.toFixed(2),
      standardError.toFixed(2),
      count(support),
    ]),
  );
}

function calibrationText({ calibration, assumedCalibration }: FitReport): string {
  const text = ({ offset, below, above }: FitReport['calibration']): string =>
    `offset ${offset.toFixed(3)}, slope below ${below.toFixed(3)}, above ${above.toFixed(3)}`;
  return [
    `Calibration of the fitted weights: ${text(calibration)}`,
    `Calibration of the assumed weights: ${text(assumedCalibration)}`,
  ].join('\n');
}

const decimal = (value: number | null): string => (value === null ? '–' : value.toFixed(3));
