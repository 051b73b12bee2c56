export { type DescribedSource } from './described-source.js';
export { Exclusions } from './exclusions.js';
export { loadPolicy } from './load-policy.js';
export { loadSources } from './load-sources.js';
export { SourcesError } from './sources-error.js';
export { SOURCES_SCHEMA } from './sources-schema.js';
export { loadRoleRules } from './load-role-rules.js';
export { nearestName } from './nearest-name.js';
export { parseSourceDocument, type SourceDocument } from './source-document.js';
