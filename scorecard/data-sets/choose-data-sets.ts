import { resolve } from 'node:path';
import { type Arguments } from '../arguments.js';
import { type ProductRun } from '../judging/judge-with-product.js';
import { type DataSet } from './data-set.js';
import { recordedDataSets } from './recorded-data-sets.js';
import { simulatedDataSet } from './simulated-data-sets.js';

/** The data sets asked for, simulated ones written first, and the names of those that are not in the folder. */
export async function chooseDataSets(
  { only, isQuick, data, seeds }: Arguments,
  { root, scratch, signal }: ProductRun,
): Promise<{ sets: DataSet[]; absent: string[] }> {
  const isWanted = (name: string): boolean =>
    only.length === 0 || only.some((start) => name.startsWith(start));
  const { present, absent } = await recordedDataSets(resolve(root, data));
  const recorded = present.filter((set) => isWanted(set.name) && (set.isQuick || !isQuick));
  const wantedSeeds = seeds.filter((seed) => isWanted(`simulated-${seed}`));
  const simulated: DataSet[] = [];
  for (const seed of isQuick ? wantedSeeds.slice(0, 1) : wantedSeeds) {
    simulated.push(await simulatedDataSet(seed, { root, folder: scratch, isQuick, signal }));
  }
  return { sets: [...recorded, ...simulated], absent: absent.filter(isWanted) };
}
