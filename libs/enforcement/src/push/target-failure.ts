/** Why a target could not be brought in step, with a word for machines. Holds no secret. */
export interface TargetFailure {
  readonly code: string;
  readonly message: string;
}
