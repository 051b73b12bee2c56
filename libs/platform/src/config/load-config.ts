import { type ClassConstructor } from 'class-transformer';
import { type Environment, loadConfigs } from './load-configs.js';

/**
 * Reads one config class from the environment (see `loadConfigs` for the rules).
 *
 * @throws ConfigError naming every wrong or missing variable, without values.
 */
export function loadConfig<T extends object>(Class: ClassConstructor<T>, env: Environment): T {
  return loadConfigs({ config: Class }, env).config;
}
