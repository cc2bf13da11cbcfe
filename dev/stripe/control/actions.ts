import { changeStanding, deauthorize, standingAfter } from "../accounts/change-account";
import { refused, resourceMissing } from "../http/api-error";
import { closeDispute, openDispute } from "../payments/dispute-payment";
import { completeRefund, failRefund, type RefundOutcome, refundCharge } from "../payments/refund-payment";
import { failPayment, settlePayment } from "../payments/settle-payment";
import { Scope } from "../scope";
import type { Kind } from "../storage/object-types";
import type { World } from "../world";

export interface ActionOptions {
  /** In minor units; everything that is left when absent. */
  amount?: number | undefined;
  reason?: string | undefined;
}

type Action = (scope: Scope, id: string, options: ActionOptions) => void;

const refund =
  (outcome: RefundOutcome): Action =>
  (scope, id, { amount }) => {
    const { latest_charge } = scope.get("payment_intent", id).body;
    if (latest_charge === null) throw refused("This payment has no charge.");
    refundCharge(scope, scope.get("charge", String(latest_charge)).body, { amount, outcome });
  };

const dispute =
  (inquiry: boolean): Action =>
  (scope, id, { amount, reason }) => {
    openDispute(scope, id, { inquiry, ...(amount ? { amount } : {}), ...(reason ? { reason } : {}) });
  };

/** What the dashboard's buttons and the control API can make happen, as Stripe, a bank or a partner would. */
const ACTIONS: Record<string, { kind: Kind; does: Record<string, Action> }> = {
  payments: {
    kind: "payment_intent",
    does: {
      settle: (scope, id) => settlePayment(scope, id),
      fail: (scope, id) => failPayment(scope, id),
      refund: refund("succeeds"),
      refund_failing: refund("fails"),
      refund_pending: refund("pending"),
      dispute: dispute(false),
      inquiry: dispute(true),
    },
  },
  refunds: {
    kind: "refund",
    does: {
      complete: (scope, id) => void completeRefund(scope, id),
      fail: (scope, id) => void failRefund(scope, id),
    },
  },
  disputes: {
    kind: "dispute",
    does: {
      win: (scope, id) => void closeDispute(scope, id, true),
      lose: (scope, id) => void closeDispute(scope, id, false),
    },
  },
  accounts: {
    kind: "account",
    does: {
      complete: (scope, id) => void changeStanding(scope, id, standingAfter("complete")),
      restrict: (scope, id) => void changeStanding(scope, id, standingAfter("restricted")),
      deauthorize,
    },
  },
};

/** Does it, and answers with the account that it happened in. */
export function act(
  world: World,
  collection: string,
  id: string,
  name: string,
  options: ActionOptions,
): string {
  const actions = ACTIONS[collection];
  const action = actions?.does[name];
  if (!actions || !action) throw refused(`There is no action "${name}" for ${collection}.`);
  const stored = world.objects.findInAnyAccount(actions.kind, id);
  if (!stored) throw resourceMissing(actions.kind, id);
  action(new Scope(world, stored.account), id, options);
  return actions.kind === "account" ? id : stored.account;
}
