import { type CliContext } from '../cli-context.js';
import { readLabels } from '../labels/read-labels.js';
import { withParts } from '../parts/with-parts.js';
import { replayFiles } from '../replay/replay-files.js';
import { type LabelledSet } from './labelled-set.js';
import { type LabelledVisitor, labelledVisitors } from './labelled-visitors.js';
import { readSeenEvidence } from './seen-evidence.js';

/** Judges the logs of a set as one estate and gives what was seen about its labelled visitors. */
export async function gatherEvidence(
  context: CliContext,
  set: LabelledSet,
  options: { readonly stepMinutes: number; readonly verbose: boolean },
): Promise<LabelledVisitor[]> {
  const labels = await readLabels(set.labels);
  context.terminal.note(`${set.name}: ${set.files.join(', ')}`);
  return withParts(context, { dataDir: undefined, purpose: 'fit' }, async (parts) => {
    const evidenceFile = parts.folder.in('evidence.ndjson');
    await replayFiles(context, parts, set.files, {
      ...options,
      format: set.format,
      fieldMap: set.fieldMap,
      evidenceFile,
    });
    return labelledVisitors(set, labels, await readSeenEvidence(evidenceFile));
  });
}
