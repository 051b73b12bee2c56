import { type Recount } from '#libs/enforcement';
import { type CliContext } from '../cli-context.js';
import { type Parts } from '../parts/with-parts.js';
import { startApp } from '../processes/start-app.js';

interface RecountOptions {
  readonly env: Readonly<Record<string, string>>;
  /** Id of the one verdict; '' for all. */
  readonly verdict: string;
  readonly verbose: boolean;
}

/** Has the analysis count verdicts again, as it counted them first. */
export async function recountVerdicts(
  context: CliContext,
  parts: Parts,
  { env, verdict, verbose }: RecountOptions,
): Promise<readonly Recount[]> {
  const recounts: Recount[] = [];
  const recounting = { ANALYSIS_MODE: 'recount', RECOUNT_VERDICT: verdict, VERDICT_SINK: 'none' };
  const analyse = startApp(context, parts, 'analyse', { ...env, ...recounting }, verbose);
  analyse.onReport((report) => {
    if (report.type === 'recount') recounts.push(report['recount'] as Recount);
  });
  await analyse.finished();
  return recounts;
}
