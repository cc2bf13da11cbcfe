import { insertAuditOnce } from "../../db/audit.server";
import type { Context } from "../context.server";
import { countCredits } from "../credits";
import { recordReversals } from "../refunds/record-reversals.server";
import type { ComparedAccount } from "./checkout-differences.server";
import type { Finding } from "./finding";

/** Who asked for a repair: a person of the partner, or the cron. */
export interface Actor {
  type: "member" | "system";
  id: string;
}

export interface Repair {
  /** In words, also when there was nothing left to do. */
  text: string;
  /** Whether the difference is gone. */
  isDone: boolean;
  /** Whether this repair made it go. */
  isNew: boolean;
}

const LOCALE = "en-US";

/**
 * Tells a wallet what Stripe says now, by the same two methods as a webhook does, so that a report that comes late
 * changes nothing more. For a finding that a person must judge it does nothing.
 */
export async function repairFinding(
  context: Context,
  account: ComparedAccount,
  runId: string,
  finding: Finding,
  actor: Actor,
): Promise<Repair> {
  const repair = await tellWallet(context, account, finding);
  if (repair.isNew) {
    await insertAuditOnce(context.db, account.partnerId, {
      id: `audit_repair_${runId}_${finding.id}`,
      actorType: actor.type,
      actorId: actor.id,
      action: "reconcile.repaired",
      objectId: finding.purchaseId ?? finding.id,
      before: { kind: finding.kind, id: finding.id },
      after: { outcome: repair.text },
      at: context.now(),
    });
  }
  return repair;
}

async function tellWallet(context: Context, account: ComparedAccount, finding: Finding): Promise<Repair> {
  switch (finding.kind) {
    case "paid_not_credited":
      return settleNow(context, account, finding);
    case "reversal_not_recorded":
      return recordNow(context, account, finding);
    case "amount_differs":
    case "credited_not_paid":
    case "unknown_payment":
      return notDone("A person has to look at it.");
  }
}

/** Settles a purchase by what Stripe says of its session at this moment. */
export async function settleNow(
  { stripe, wallet }: Context,
  { accountId }: ComparedAccount,
  { id, customerId, agreed }: Finding,
): Promise<Repair> {
  const report = await stripe.readCheckout(accountId, id);
  if (!report || customerId === null) return notDone("Stripe does not know this checkout any more.");

  const result = await wallet(customerId).settle(report);
  switch (result.outcome) {
    case "credited":
      return done(`Credited ${countCredits(agreed?.creditsMicros ?? 0, LOCALE)}.`);
    case "already_credited":
      return { ...done("It was credited meanwhile."), isNew: false };
    case "quarantined":
    case "refused":
      return notDone(`Not credited: ${result.reason}.`);
    case "moved":
    case "unchanged":
      return notDone("Stripe does not call it paid any more.");
    case "unknown_purchase":
      return notDone("The customer's wallet knows no such purchase.");
  }
}

async function recordNow(
  context: Context,
  { accountId, livemode }: ComparedAccount,
  { paymentIntentId }: Finding,
): Promise<Repair> {
  if (paymentIntentId === null) return notDone("It belongs to no payment.");
  const reversals = await context.stripe.readReversals(accountId, paymentIntentId);
  const recorded = await recordReversals(context, { accountId, livemode, paymentIntentId, ...reversals });
  if (recorded?.result.outcome !== "recorded") {
    const reason =
      recorded?.result.outcome === "refused" ? recorded.result.reason : "no purchase was paid by it";
    return notDone(`Not recorded: ${reason}.`);
  }
  const { isNew, movedMicros } = recorded.result;
  if (!isNew) return { ...done("It was recorded meanwhile."), isNew: false };
  if (movedMicros === 0) return done("Recorded; no credits moved.");
  const credits = countCredits(Math.abs(movedMicros), LOCALE);
  return done(
    movedMicros < 0 ? `Recorded, and ${credits} taken back.` : `Recorded, and ${credits} given back.`,
  );
}

const done = (text: string): Repair => ({ text, isDone: true, isNew: true });
const notDone = (text: string): Repair => ({ text, isDone: false, isNew: false });
