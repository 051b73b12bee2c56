import { stableHash } from '../chance/stable-hash.js';
import { openBankingSite, openBankingTargets as targets } from '../sites/open-banking-site.js';
import { type Answer } from '../sites/site.js';
import { type Client, type Send } from '../world/client.js';
import { type Script } from '../world/visit.js';

/** Who a TPP acts for in one conversation with the bank. */
export interface TppConversation {
  readonly apiClient: string;
  /** Index of the consent: decides the customer and the accounts. */
  readonly consent: number;
  /** The customer's address when the customer is there, else ''. */
  readonly customerAddress: string;
}

/** Account ids a consent covers: one to three, eight digits. */
function accountsOf({ apiClient, consent }: TppConversation): string[] {
  const key = `${apiClient}/${consent}`;
  return Array.from({ length: 1 + (stableHash(key) % 3) }, (_, index) =>
    String(22_000_000 + (stableHash(`${key}/${index}`) % 900_000)),
  );
}

/** A TPP's calls for one customer. */
export class TppClient {
  private readonly common: Partial<Send>;

  constructor(
    readonly client: Client,
    readonly conversation: TppConversation,
  ) {
    this.common = {
      apiClient: conversation.apiClient,
      account: `psu-${stableHash(`${conversation.apiClient}/${conversation.consent}`).toString(36)}`,
      consent: `aac-${stableHash(`consent/${conversation.apiClient}/${conversation.consent}`).toString(36)}`,
      fapiCustomerAddress: conversation.customerAddress,
      signedIn: true,
      accepted: true,
    };
  }

  call(target: string, more: Partial<Send> = {}): Answer {
    const id = this.client.random.hex(32);
    const interaction = [
      id.slice(0, 8),
      id.slice(8, 12),
      id.slice(12, 16),
      id.slice(16, 20),
      id.slice(20),
    ];
    const fapiInteractionId = interaction.join('-');
    return this.client.send({
      site: openBankingSite,
      target,
      fapiInteractionId,
      ...this.common,
      ...more,
    });
  }

  *readAccounts(): Script {
    const { client } = this;
    this.call(targets.token, { method: 'POST' });
    yield client.wait(client.random.between(60, 240));
    if (client.random.chance(0.015)) {
      this.call(targets.accounts, { signedIn: false });
      return;
    }
    this.call(targets.accounts);
    const from = new Date(client.now - 90 * 86_400_000).toISOString().slice(0, 10);
    for (const id of accountsOf(this.conversation)) {
      yield client.wait(client.random.between(60, 320));
      this.call(`${targets.accounts}/${id}/balances`);
      yield client.wait(client.random.between(60, 320));
      this.call(`${targets.accounts}/${id}/transactions?fromBookingDateTime=${from}T00:00:00`);
    }
  }

  /** Consent, the customer's authorisation at the bank, payment, a look at its status. */
  *pay(): Script {
    const { client } = this;
    const { random } = client;
    this.call(targets.token, { method: 'POST' });
    yield client.wait(120);
    this.call(targets.paymentConsents, { method: 'POST' });
    yield client.wait(random.logNormal(45_000, 0.6));
    if (random.chance(0.12)) return;
    this.call(targets.payments, { method: 'POST' });
    yield client.wait(random.between(1500, 6000));
    this.call(`${targets.payments}/pv3-${random.hex(12)}`);
  }

  /** A new customer gives consent; then the accounts are read for the first time. */
  *connect(): Script {
    this.call(targets.token, { method: 'POST' });
    yield this.client.wait(150);
    this.call(targets.consents, { method: 'POST' });
    yield this.client.wait(this.client.random.logNormal(60_000, 0.6));
    this.call(`${targets.consents}/aac-${this.client.random.hex(12)}`);
    yield* this.readAccounts();
  }
}
