import { EnvText } from '#libs/platform';

/** Where newer reference data lie. */
export class ReferenceConfig {
  /** Folder of the operator's files; empty for packaged data only. */
  @EnvText()
  readonly REFERENCE_DATA_DIR: string = '';
}
