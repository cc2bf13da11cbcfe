import type Stripe from "stripe";
import { accountInvalid } from "../http/api-error";
import { FIRST_REQUIREMENTS, requirements } from "../objects/account";
import { APPLICATION } from "../objects/application";
import { buildCapability } from "../objects/capability";
import type { Scope } from "../scope";
import type { Stored } from "../storage/object-types";

/** How far the owner of the account came with Stripe's questions. */
export type Progress = "complete" | "unfinished" | "restricted";

export interface Standing {
  details_submitted: boolean;
  charges_enabled: boolean;
  payouts_enabled: boolean;
  currently_due: string[];
  /** Seconds. */
  current_deadline?: number | null;
}

const STANDING: Record<Progress, Standing> = {
  complete: { details_submitted: true, charges_enabled: true, payouts_enabled: true, currently_due: [] },
  unfinished: {
    details_submitted: false,
    charges_enabled: false,
    payouts_enabled: false,
    currently_due: FIRST_REQUIREMENTS,
  },
  restricted: {
    details_submitted: true,
    charges_enabled: false,
    payouts_enabled: false,
    currently_due: ["individual.verification.document"],
  },
};

export const standingAfter = (progress: Progress): Standing => STANDING[progress];

/** A connected account that the platform may still act for. */
export function linkedAccount(platform: Scope, id: string, key = "sk_test_"): Stored<"account"> {
  const found = platform.find("account", id);
  if (!found || found.hidden.deauthorized) throw accountInvalid(key, id);
  return found;
}

/** Stripe looked at the account again. Says what changed, and nothing when nothing did. */
export function changeStanding(platform: Scope, id: string, standing: Standing): Stripe.Account {
  const { body: account } = linkedAccount(platform, id);
  return announce(platform, account, withStanding(account, standing));
}

export function withStanding(account: Stripe.Account, standing: Standing): Stripe.Account {
  const status = standing.charges_enabled ? "active" : "inactive";
  return {
    ...account,
    details_submitted: standing.details_submitted,
    charges_enabled: standing.charges_enabled,
    payouts_enabled: standing.payouts_enabled,
    capabilities: { ...account.capabilities, card_payments: status, transfers: status },
    requirements: requirements(
      standing.currently_due,
      standing.charges_enabled ? null : "requirements.past_due",
      standing.current_deadline,
    ),
  };
}

export function announce(platform: Scope, before: Stripe.Account, after: Stripe.Account): Stripe.Account {
  const previous = differences(before, after);
  if (Object.keys(previous).length === 0) return before;
  platform.save("account", after);
  const scope = platform.on(after.id);
  const status = after.capabilities?.card_payments;
  const was = before.capabilities?.card_payments;
  if (status && status !== was) {
    scope.emit("capability.updated", buildCapability(after, status), { status: was });
  }
  scope.emit("account.updated", after, previous);
  return after;
}

/** The partner, or the platform, cut the tie. From now on the platform's key opens nothing there. */
export function deauthorize(platform: Scope, id: string): void {
  const { hidden } = linkedAccount(platform, id);
  platform.world.objects.hide<"account">(id, { ...hidden, deauthorized: true });
  platform.on(id).emit("account.application.deauthorized", APPLICATION);
}

function differences(before: object, after: object): Record<string, unknown> {
  const old: Record<string, unknown> = { ...before };
  const changed = Object.entries(after).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(old[key]),
  );
  return Object.fromEntries(changed.map(([key]) => [key, old[key]]));
}
