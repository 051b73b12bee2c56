import { type FittedWeights } from '#libs/intent';
import { ConfigError } from '#libs/platform';
import { loadRoleRules, SourcesError } from '#libs/sources';
import { type PathRoleRule } from '#libs/traffic';
import { type AnalyseConfig } from './analyse-config.js';
import { readWeights } from './evidence/read-weights.js';
import { type CrawlerProver } from './proofs/crawler-prover.js';
import { createProver } from './proofs/create-prover.js';

/** What files tell the analysis beyond what the log does. */
export interface ToldFiles {
  /** Weights that replace the assumed ones. */
  readonly weights?: FittedWeights | undefined;
  /** What places are for, where somebody said so. */
  readonly roleRules?: readonly PathRoleRule[] | undefined;
  /** What proves crawlers beyond published addresses. */
  readonly prover?: CrawlerProver | undefined;
}

/**
 * Reads the files that the configuration names.
 * @throws ConfigError that says what is wrong with a file, every field of it
 */
export function readToldFiles(config: AnalyseConfig): ToldFiles {
  return {
    weights: readWeights(config.WEIGHTS_FILE),
    roleRules: readRules(config.ROLES_FILE),
    prover: createProver(config),
  };
}

function readRules(path: string): PathRoleRule[] | undefined {
  if (path === '') return undefined;
  try {
    return loadRoleRules(path);
  } catch (error) {
    if (!(error instanceof SourcesError)) throw error;
    throw new ConfigError([{ variable: 'ROLES_FILE', problem: error.message }]);
  }
}
