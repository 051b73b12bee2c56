import { ConfigError } from '#libs/platform';
import { type DescribedSource, loadSources } from '#libs/sources';
import { type SourcePlan, type SourcePlans } from './source-plan.js';

/** The sources of a description that are read from Kafka. @throws SourcesError, ConfigError where there is none */
export function describedPlans(path: string, maxEventAgeMs: number): SourcePlans {
  const [first, ...others] = loadSources(path)
    .filter(({ topics }) => topics.length > 0)
    .map((source) => planOf(source, maxEventAgeMs));
  if (first === undefined) {
    throw wrong('SOURCES_FILE', 'must describe at least one source with topics');
  }
  return [first, ...others];
}

/** The source of that name, or the only one. @throws SourcesError, ConfigError where it is not clear which */
export function describedPlan(path: string, name: string): SourcePlan {
  const sources = loadSources(path);
  const source = sources.find((one) => one.name === name) ?? onlyOne(sources);
  if (source === undefined) {
    throw wrong('SOURCE_NAME', 'must name one of the sources that SOURCES_FILE describes');
  }
  return planOf(source, Infinity);
}

function onlyOne(sources: readonly DescribedSource[]): DescribedSource | undefined {
  return sources.length === 1 ? sources[0] : undefined;
}

function planOf(source: DescribedSource, maxEventAgeMs: number): SourcePlan {
  const { topics } = source;
  return { source, topics, maxEventAgeMs: source.maxEventAgeMs ?? maxEventAgeMs };
}

function wrong(variable: string, problem: string): ConfigError {
  return new ConfigError([{ variable, problem }]);
}
