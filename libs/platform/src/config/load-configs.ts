import 'reflect-metadata';
import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { getMetadataStorage, type ValidationError, validateSync } from 'class-validator';
import { ConfigError, type ConfigProblem } from './config-error.js';

export type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Reads several config classes from one environment and reports what is wrong with all of them
 * together: `const { app, clickhouse } = loadConfigs({ app: ServeConfig, clickhouse: ClickHouseConfig }, env)`.
 *
 * A class property is a variable of the same name; only decorated properties are read, every other
 * variable is left alone. An empty variable counts as unset, so that the class's default stands.
 *
 * @throws ConfigError naming every wrong or missing variable, without values.
 */
export function loadConfigs<T extends Record<string, ClassConstructor<object>>>(
  classes: T,
  env: Environment,
): { [K in keyof T]: InstanceType<T[K]> } {
  const instances: Record<string, object> = {};
  const problems = new Map<string, ConfigProblem>();
  for (const [name, Class] of Object.entries(classes)) {
    const instance = read(Class, env);
    for (const problem of validate(instance)) problems.set(problem.variable, problem);
    instances[name] = instance;
  }
  if (problems.size > 0) throw new ConfigError([...problems.values()]);
  return instances as { [K in keyof T]: InstanceType<T[K]> };
}

function read(Class: ClassConstructor<object>, env: Environment): object {
  const set = variablesOf(Class).flatMap((name) => {
    const value = env[name];
    return value === undefined || value === '' ? [] : [[name, value] as const];
  });
  // exposeUnsetFields would overwrite the class's defaults with undefined.
  return plainToInstance(Class, Object.fromEntries(set), { exposeUnsetFields: false });
}

function variablesOf(Class: ClassConstructor<object>): string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(Class, '', false, false);
  return [...new Set(rules.map(({ propertyName }) => propertyName))];
}

function validate(instance: object): ConfigProblem[] {
  return validateSync(instance).map((error) => ({
    variable: error.property,
    problem: wording(error),
  }));
}

function wording({ value, constraints }: ValidationError): string {
  const allowed = Object.values(constraints ?? {}).join(' and ');
  return value === undefined ? `is missing; it ${allowed}` : allowed;
}
