import { type SimulationScore } from '../labels/simulation-score.js';
import { renderScore } from '../summary/render-score.js';
import { type EstateSummary } from '../summary/estate-summary.js';
import { renderSummary } from '../summary/render-summary.js';
import { duration } from '../terminal/numbers.js';
import { type Colours } from '../terminal/terminal.js';
import { renderWhereToLook, type WhereToLook } from './where-to-look.js';

/** What the demo prints at the end; with `--json` as it stands here. */
export interface DemoResult extends EstateSummary {
  readonly source:
    | {
        readonly kind: 'simulator';
        readonly seed: number;
        readonly hours: number;
        readonly scale: number;
      }
    | { readonly kind: 'file'; readonly path: string };
  /** `kafka`, or `file` where no broker could be had. */
  readonly transport: 'kafka' | 'file';
  readonly seconds: number;
  /** Lines that went in, and lines stored (read or rejected): the same when nothing was lost. */
  readonly produced: number;
  readonly stored: number;
  readonly verdicts_published: number;
  /** Null where the truth is not known. */
  readonly score: SimulationScore | null;
  readonly look: WhereToLook;
}

export function renderDemo(result: DemoResult, colours: Colours): string {
  const { bold, dim } = colours;
  const score = result.score === null ? [] : [renderScore(result.score, colours)];
  return [
    '',
    bold(titleOf(result)),
    renderSummary(result, colours),
    ...score.map((text) => `\n${text}`),
    '',
    renderWhereToLook(result.look, colours),
    dim(`\n  ${duration(result.seconds)} from start to here.`),
  ].join('\n');
}

function titleOf({ source }: DemoResult): string {
  if (source.kind === 'file') return `What ${source.path} tells`;
  return `What ${source.hours} simulated hours of an enterprise tell (seed ${source.seed}, scale ${source.scale})`;
}
