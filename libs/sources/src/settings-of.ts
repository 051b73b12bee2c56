import { getMetadataStorage } from 'class-validator';

/** The settings that a class describes: its properties that have rules, in their order. */
export function settingsOf(description: new () => object): string[] {
  const rules = getMetadataStorage().getTargetValidationMetadatas(description, '', false, false);
  return [...new Set(rules.map(({ propertyName }) => propertyName))];
}
