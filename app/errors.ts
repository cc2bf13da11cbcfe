import type { Texts } from "./i18n/texts";
import { SECOND_MS } from "./time";

/**
 * The three ways in which something stops. Outcomes that a caller must look at are values, not errors.
 */

export interface RefusalAction {
  label: string;
  href: string;
}

export interface RefusalContent {
  code: RefusalCode;
  title: string;
  message: string;
  action?: RefusalAction;
}

export type RefusalCode =
  | "unauthorized"
  | "not_found"
  | "not_permitted"
  | "last_owner"
  | "upgrade_required"
  | "stripe_not_connected"
  | "stripe_onboarding_incomplete"
  | "stripe_charges_disabled"
  | "validation_failed"
  | "plan_not_found"
  | "plan_unavailable"
  | "portal_access_denied"
  | "portal_not_configured"
  | "preview_is_read_only"
  | "purchases_unavailable"
  | "payment_setup_failed"
  | "event_forgotten"
  | "already_in"
  | "rate_limited";

/** The request was understood and turned down. The person can act on what the message says. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly title: string;
  readonly action: RefusalAction | undefined;
  /** After how many seconds it is worth trying again. */
  retryAfter_s: number | undefined;
  /** The same in the words of a portal, where customers read it too. */
  readonly inWords: (texts: Texts) => RefusalContent;

  constructor(content: RefusalContent, inWords: (texts: Texts) => RefusalContent = () => content) {
    super(content.message);
    this.inWords = inWords;
    this.name = "Refusal";
    this.code = content.code;
    this.title = content.title;
    this.action = content.action;
  }

  after(wait_ms: number): this {
    this.retryAfter_s = wait_ms / SECOND_MS;
    return this;
  }
}

/** What a rule would refuse, for a page that says so before anybody tries. */
export function refusalOf(rule: () => unknown): Refusal | null {
  try {
    rule();
    return null;
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}

/** Something that we depend on did not answer. Safe to try again. */
export class UpstreamFailure extends Error {
  readonly service: "stripe" | "email" | "d1" | "wallet";

  constructor(service: UpstreamFailure["service"], message: string, cause?: unknown) {
    super(message, { cause });
    this.name = "UpstreamFailure";
    this.service = service;
  }
}

/** A rule that only a bug of ours can break. Its text is for the log, never for people. */
export class InvariantViolation extends Error {
  override readonly name = "InvariantViolation";
}

export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantViolation(message);
}
