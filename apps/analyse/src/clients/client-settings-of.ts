import { type ClientSettings, defaultClientSettings } from '#libs/store';
import { type AnalyseConfig } from '../analyse-config.js';

/** How API clients are counted, by configuration. */
export function clientSettingsOf(config: AnalyseConfig): ClientSettings {
  return {
    ...defaultClientSettings,
    unattendedLimit: config.UNATTENDED_LIMIT,
    accessMs: config.UNATTENDED_ACCESS_SECONDS * 1_000,
    byResource: config.UNATTENDED_COUNTED_BY === 'resource',
    paidRoles: config.PAID_ROLES,
  };
}
