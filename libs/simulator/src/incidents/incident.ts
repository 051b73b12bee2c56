/** Something that changes everybody's traffic and is nobody's attack. */
export interface Incident {
  readonly kind:
    | 'flash_sale'
    | 'login_outage'
    | 'broken_release'
    | 'payment_outage'
    | 'app_login_bug'
    | 'password_expiry'
    | 'registration_drive'
    | 'product_drop'
    | 'ticket_presale'
    | 'viral_poll'
    | 'monitoring_system'
    | 'corporate_proxy';
  readonly host: string;
  /** Epoch milliseconds. */
  readonly start: number;
  readonly end: number;
  readonly description: string;
}
