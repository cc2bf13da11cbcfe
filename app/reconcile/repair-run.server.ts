import { type ReconcileRun, writeFindingOutcome } from "../../db/reconcile-runs.server";
import type { PartnerContext } from "../context.server";
import { UpstreamFailure } from "../errors";
import { logWarning } from "../log";
import { releasePurchase } from "../purchases/release-purchase.server";
import { type Finding, isRepairable } from "./finding";
import { type Repair, repairFinding, settleNow } from "./repair-finding.server";

const NO_ANSWER: Repair = {
  text: "Stripe did not answer, so nothing more was changed. Please try again in a moment.",
  isDone: false,
  isNew: false,
};

/** A person repairs findings of a run: one, or all that are safe. Answers what became of each. */
export async function repairFindings(
  context: PartnerContext,
  run: ReconcileRun,
  findings: readonly Finding[],
): Promise<Repair[]> {
  const actor = { type: "member" as const, id: context.member.id };
  const repairs: Repair[] = [];
  for (const finding of findings.filter(isRepairable)) {
    const repair = await orNoAnswer(() =>
      repairFinding(context, accountOf(context, run), run.id, finding, actor),
    );
    if (repair.isDone)
      await writeFindingOutcome(context.db, context.partner.id, run.id, finding.id, repair.text);
    repairs.push(repair);
    // The rest would wait for the same silence.
    if (repair === NO_ANSWER) break;
  }
  return repairs;
}

/** A person gives the promised credits for a payment that was paid otherwise than agreed. */
export async function releaseFinding(
  context: PartnerContext,
  run: ReconcileRun,
  finding: Finding,
  note: string,
): Promise<Repair> {
  return orNoAnswer(async () => {
    const { customerId, purchaseId } = finding;
    if (finding.kind !== "amount_differs" || customerId === null || purchaseId === null) {
      return { text: "This is not for a person to credit.", isDone: false, isNew: false };
    }
    // A wallet that has heard nothing yet must know what was paid, before anybody decides about it.
    await settleNow(context, accountOf(context, run), finding);
    const { outcome } = await releasePurchase(context, customerId, purchaseId, note);
    const isDone = outcome === "credited" || outcome === "repeated" || outcome === "already_credited";
    const text = isDone ? "Credited as agreed." : "There is nothing to credit any more.";
    if (isDone) await writeFindingOutcome(context.db, context.partner.id, run.id, finding.id, text);
    return { text, isDone, isNew: outcome === "credited" };
  });
}

const accountOf = ({ partner, account }: PartnerContext, { accountId }: ReconcileRun) => ({
  partnerId: partner.id,
  accountId,
  livemode: account?.livemode ?? false,
});

async function orNoAnswer(work: () => Promise<Repair>): Promise<Repair> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UpstreamFailure)) throw error;
    logWarning("reconcile_incomplete", { error });
    return NO_ANSWER;
  }
}
