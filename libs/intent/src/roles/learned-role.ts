import { type PathRole } from '#libs/traffic';

/** What a place turned out to be for, and why. */
export interface LearnedRole {
  readonly site: string;
  readonly place: string;
  readonly role: PathRole;
  /** `name`: by the words of the path; `conduct`: by how everybody uses it; `policy`: somebody said so. */
  readonly origin: 'name' | 'conduct' | 'policy';
  /** Probability that the role is right: 0 to 1; 1 for policy. */
  readonly probability: number;
  /** In plain words, strongest first. */
  readonly reasons: readonly string[];
}
