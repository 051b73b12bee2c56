import { type FittedWeights, type Policy } from '#libs/intent';
import { ConfigError } from '#libs/platform';
import { loadPolicy, loadRoleRules, SourcesError } from '#libs/sources';
import { type PathRoleRule } from '#libs/traffic';
import { type AnalyseConfig } from './analyse-config.js';
import { readWeights } from './evidence/read-weights.js';
import { type CrawlerProver } from './proofs/crawler-prover.js';
import { PolicyFile } from './policy/policy-file.js';
import { createProver } from './proofs/create-prover.js';

/** What files tell the analysis beyond what the log does. */
export interface ToldFiles {
  /** Weights that replace the assumed ones. */
  readonly weights?: FittedWeights | undefined;
  /** What places are for, where somebody said so. */
  readonly roleRules?: readonly PathRoleRule[] | undefined;
  /** What proves crawlers beyond published addresses. */
  readonly prover?: CrawlerProver | undefined;
  /** What is done about judgements, as it stands in the file just now. */
  readonly policy?: PolicyFile | undefined;
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
    policy: readPolicyFile(config.POLICY_FILE),
  };
}

function readRules(path: string): PathRoleRule[] | undefined {
  return path === '' ? undefined : orConfigError('ROLES_FILE', () => loadRoleRules(path));
}

function readPolicyFile(path: string): PolicyFile | undefined {
  if (path === '') return undefined;
  const policy: Policy = orConfigError('POLICY_FILE', () => loadPolicy(path));
  return new PolicyFile(path, policy);
}

function orConfigError<T>(variable: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SourcesError)) throw error;
    throw new ConfigError([{ variable, problem: error.message }]);
  }
}
