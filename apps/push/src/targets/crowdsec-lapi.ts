import {
  type AddressEntry,
  type Capacity,
  DECISION_TYPES,
  type LapiDecision,
  type LapiNewDecision,
  type LapiRequest,
  planLapiDecisions,
} from '#libs/enforcement';
import { ApiUrl, Secret, Text } from '../file/field-rules.js';
import { type SecretReference } from '../file/secret-reference.js';
import { TargetDescription } from '../file/target-description.js';
import { type ApiCall, callApi } from '../http/call-api.js';
import { listOf, numberOf, optionalText, textOf } from '../http/read-answer.js';
import { canonicalCidr } from './canonical-cidr.js';
import { isMarked, MARK } from './mark.js';
import { parseGoDuration } from './parse-go-duration.js';
import { type HeldEntry, type PushTarget } from './push-target.js';
import { TargetError } from './target-error.js';
import { type TargetKind, type TargetTools } from './target-kind.js';

class CrowdsecLapiDescription extends TargetDescription {
  @ApiUrl()
  readonly url!: string;

  @Text(/^\S{1,200}$/, 'must be the name of a machine that the LAPI knows')
  readonly machine_id!: string;

  @Secret()
  readonly password!: SecretReference;
}

/** Assumption: a LAPI on SQLite holds some ten thousands of decisions well. */
const MOST = 50_000;
/** A token is good for an hour; it is renewed this long before its end. */
const RENEW_BEFORE_MS = 60_000;

class CrowdsecLapiTarget implements PushTarget<readonly LapiDecision[], LapiRequest> {
  #token: { readonly text: string; readonly endsAt: number } | undefined;

  constructor(
    private readonly where: CrowdsecLapiDescription,
    private readonly tools: TargetTools,
  ) {}

  async read(): Promise<LapiDecision[]> {
    const path = `/v1/alerts?origin=${MARK}&has_active_decision=true&include_capi=false&limit=0`;
    const alerts = (await this.#call('GET', path)) ?? [];
    const now = this.tools.clock.now();
    return listOf({ alerts }, 'alerts')
      .flatMap((alert) => listOf(alert, 'decisions'))
      .filter((decision) => isMarked(optionalText(decision, 'origin')))
      .map((decision) => decisionOf(decision, now))
      .filter(({ endsAt }) => endsAt > now);
  }

  held(decisions: readonly LapiDecision[]): HeldEntry[] {
    return decisions.map(({ cidr, type, endsAt }) => ({ cidr, action: actionOf(type), endsAt }));
  }

  capacity(): Capacity {
    return { ipv4: MOST, ipv6: MOST, total: MOST };
  }

  plan(
    decisions: readonly LapiDecision[],
    wanted: readonly AddressEntry[],
    now: number,
  ): LapiRequest[] {
    return planLapiDecisions(decisions, wanted, now);
  }

  async send(request: LapiRequest): Promise<void> {
    if (request.kind === 'alert')
      await this.#call('POST', '/v1/alerts', [alertOf(request.decisions, this.tools.clock.now())]);
    else await this.#delete(request.id);
  }

  describe(request: LapiRequest): string {
    return request.kind === 'alert'
      ? `post an alert with ${request.decisions.length} decisions`
      : `delete decision ${request.id}`;
  }

  async #delete(id: number): Promise<void> {
    try {
      await this.#call('DELETE', `/v1/decisions/${id}`);
    } catch (error) {
      // It ran out, or somebody was faster: it is gone, as it should be.
      if (!(error instanceof TargetError && error.code === 'NOT_FOUND')) throw error;
    }
  }

  async #call(method: ApiCall['method'], path: string, body?: unknown): Promise<unknown> {
    const call = { service: 'The LAPI', method, url: `${this.where.url}${path}`, body };
    const token = await this.#signIn();
    try {
      return await callApi({ ...call, headers: { authorization: `Bearer ${token}` } });
    } catch (error) {
      // Tokens end early when the LAPI was set up anew; the next call signs in again.
      if (error instanceof TargetError && error.code === 'DENIED') this.#token = undefined;
      throw error;
    }
  }

  async #signIn(): Promise<string> {
    const { tools } = this;
    if (this.#token !== undefined && this.#token.endsAt - RENEW_BEFORE_MS > tools.clock.now())
      return this.#token.text;
    const { url, machine_id, password } = this.where;
    const answer = await callApi({
      service: 'The LAPI',
      method: 'POST',
      url: `${url}/v1/watchers/login`,
      body: { machine_id, password: tools.secret(password), scenarios: [`${MARK}/verdicts`] },
    });
    const endsAt = Date.parse(textOf(answer, 'expire'));
    this.#token = { text: textOf(answer, 'token'), endsAt: Number.isNaN(endsAt) ? 0 : endsAt };
    return this.#token.text;
  }
}

function decisionOf(decision: unknown, now: number): LapiDecision {
  return {
    id: numberOf(decision, 'id'),
    cidr: canonicalCidr(textOf(decision, 'value')),
    type: textOf(decision, 'type'),
    endsAt: now + parseGoDuration(textOf(decision, 'duration')),
  };
}

function actionOf(type: string): string {
  const known = Object.entries(DECISION_TYPES).find(([, name]) => name === type);
  return known?.[0] ?? type;
}

/** Durations count from `stop_at`, not from when the LAPI gets them: both have to be of one moment. */
function alertOf(decisions: readonly LapiNewDecision[], now: number): object {
  const at = new Date(now).toISOString();
  const scenario = `${MARK}/verdicts`;
  return {
    scenario,
    scenario_hash: '',
    scenario_version: '1',
    message: `${decisions.length} verdicts of ${MARK}`,
    kind: 'bot-detection',
    events_count: decisions.length,
    events: [],
    start_at: at,
    stop_at: at,
    capacity: 0,
    leakspeed: '0',
    simulated: false,
    source: { scope: MARK, value: 'verdicts' },
    decisions: decisions.map(({ scope, value, type, threat, endsAt }) => ({
      origin: MARK,
      scenario: threat === '' ? scenario : `${MARK}/${threat}`,
      scope,
      value,
      type,
      duration: `${Math.max(1, Math.round((endsAt - now) / 1_000))}s`,
    })),
  };
}

/** Decisions in a CrowdSec LAPI that is there already, whose bouncers enforce them. */
export const crowdsecLapi: TargetKind<CrowdsecLapiDescription> = {
  kind: 'crowdsec_lapi',
  Description: CrowdsecLapiDescription,
  everyMs: 5_000,
  reconcileMs: 60_000,
  tellsActionsApart: true,
  keepsExpiry: true,
  longestIpv6: 128,
  open: (description, tools) => new CrowdsecLapiTarget(description, tools),
};
