/** One line of `wherefore evaluate --visitors`: a labelled visitor and what the product thinks of it. */
export interface ProductJudgement {
  readonly visitor: string;
  readonly label: string;
  readonly class: string;
  readonly kind: string;
  readonly evasion: string;
  readonly campaign: string;
  readonly requests: number;
  /** Null where the product never saw it. */
  readonly judged: {
    readonly nature: string;
    readonly stance: string;
    readonly class: string | null;
    readonly score: number;
    readonly action: string;
  } | null;
  readonly condemned: boolean;
  /** For a threat that the label means. */
  readonly named: boolean;
  readonly blocked: boolean;
  readonly hindered: boolean;
  readonly detection: { readonly seconds: number; readonly requests: number } | null;
  readonly features: Readonly<Record<string, number>> | null;
}
