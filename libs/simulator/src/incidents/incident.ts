/** Something that changes everybody's traffic and is nobody's attack. */
export interface Incident {
  readonly kind:
    'flash_sale' | 'login_outage' | 'broken_release' | 'monitoring_system' | 'corporate_proxy';
  readonly host: string;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly description: string;
}
