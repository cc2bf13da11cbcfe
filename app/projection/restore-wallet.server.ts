import { insertAuditOnce } from "../../db/audit.server";
import { readCopies } from "../../db/customer-copies.server";
import { findCustomer } from "../../db/customers.server";
import type { CustomerCopies } from "../../db/projection.server";
import type { Context } from "../context.server";
import { UpstreamFailure } from "../errors";
import { logWarning } from "../log";
import { askStripe } from "../purchases/ask-stripe.server";
import { recordReversals } from "../refunds/record-reversals.server";
import { notFound } from "../refusals";
import type { RestoreResult } from "../wallet/results";
import type { CustomerAddress } from "./copied-wallet.server";

type CopiedPurchase = CustomerCopies["purchases"][number];

interface AskedStripe {
  /** Purchases that Stripe says were paid and the copies had not heard of. */
  credited: string[];
  /** Purchases of which more money went back than the copies had heard of. */
  reversed: string[];
  /** Purchases about which Stripe gave no answer: restore again to ask again. */
  unanswered: string[];
}

/**
 * Puts a lost wallet together again from its copies, and asks Stripe about everything that they may not have heard of.
 * Done again it restores nothing, and asks Stripe again if the wallet is one that was restored.
 */
export async function restoreWallet(
  context: Context,
  owner: CustomerAddress,
): Promise<RestoreResult & Partial<AskedStripe>> {
  const { partnerId, customerId } = owner;
  if (!(await findCustomer(context.db, partnerId, customerId))) throw notFound();
  const wallet = context.wallet(customerId);
  const result = await wallet.restore(owner, await readCopies(context.db, partnerId, customerId));
  const { restoredAt } = await wallet.summary(0);
  if (restoredAt === null) return result;

  await writeAudit(context, owner, restoredAt);
  return { ...result, ...(await askAboutAll(context, customerId)) };
}

async function askAboutAll(context: Context, customerId: string): Promise<AskedStripe> {
  const asked: AskedStripe = { credited: [], reversed: [], unanswered: [] };
  const held = await context.wallet(customerId).copy();
  for (const purchase of held?.purchases ?? []) {
    if (purchase.state !== "credited") await askWhetherPaid(context, purchase, asked);
  }
  // Asked anew: what was just credited may have been refunded too.
  const settled = await context.wallet(customerId).copy();
  for (const purchase of settled?.purchases ?? []) {
    if (purchase.state === "credited") await askWhatWentBack(context, purchase, asked);
  }
  return asked;
}

async function askWhetherPaid(context: Context, purchase: CopiedPurchase, asked: AskedStripe): Promise<void> {
  const { id: purchaseId, checkoutSessionId } = purchase;
  if (checkoutSessionId === null) return;
  const result = await askStripe(context, { ...purchase, purchaseId, checkoutSessionId });
  if (!result) asked.unanswered.push(purchaseId);
  else if (result.outcome === "credited") asked.credited.push(purchaseId);
}

async function askWhatWentBack(
  context: Context,
  purchase: CopiedPurchase,
  asked: AskedStripe,
): Promise<void> {
  const { id: purchaseId, accountId, livemode, paymentIntentId } = purchase;
  if (paymentIntentId === null) return;
  try {
    const reversals = await context.stripe.readReversals(accountId, paymentIntentId);
    if (reversals.refunds.length + reversals.disputes.length === 0) return;
    const recorded = await recordReversals(context, { accountId, livemode, paymentIntentId, ...reversals });
    const isNew = recorded?.result.outcome === "recorded" && recorded.result.isNew;
    if (isNew) asked.reversed.push(purchaseId);
  } catch (error) {
    if (!(error instanceof UpstreamFailure)) throw error;
    logWarning("purchase_not_refreshed", { purchaseId, error });
    asked.unanswered.push(purchaseId);
  }
}

/** Under the moment of the restoration, so that it is written once however often it is asked for. */
async function writeAudit(
  { db }: Context,
  { partnerId, customerId }: CustomerAddress,
  restoredAt: number,
): Promise<void> {
  await insertAuditOnce(db, partnerId, {
    id: `audit_${customerId}_${restoredAt}`,
    actorType: "system",
    actorId: "operator",
    action: "wallet.restored",
    objectId: customerId,
    before: null,
    after: { restoredAt },
    at: restoredAt,
  });
}
