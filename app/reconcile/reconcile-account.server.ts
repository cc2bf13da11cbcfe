import { insertReconcileRun, type ReconcileRun } from "../../db/reconcile-runs.server";
import type { Context } from "../context.server";
import { UpstreamFailure } from "../errors";
import { newId } from "../ids";
import { logError, logWarning } from "../log";
import type { CreatedWithin, StripePage } from "../stripe/list-calls.server";
import {
  type ComparedAccount,
  checkoutDifferences,
  creditedDifferences,
} from "./checkout-differences.server";
import { type Finding, isRepairable } from "./finding";
import { type Actor, repairFinding } from "./repair-finding.server";
import { reversalDifferences } from "./reversal-differences.server";

const PAGES_A_LIST = 100;
const FINDINGS_KEPT = 100;

export interface ReconcileRequest extends CreatedWithin {
  actor: Actor;
  /** Do what is safe at once, finding by finding. */
  repairs: boolean;
}

/**
 * Compares an account at Stripe with the wallets of the partner's customers, and writes down what differs. What was
 * compared and repaired before Stripe stopped answering stays; the run then says that it is not complete.
 */
export async function reconcileAccount(
  context: Context,
  account: ComparedAccount,
  { actor, repairs, ...created }: ReconcileRequest,
): Promise<ReconcileRun> {
  const run = openRun(context, account, actor, created);
  const take = async (differences: readonly Finding[]) => {
    const found = differences.map((finding) => ({ ...finding }));
    run.found += found.length;
    run.findings.push(...found.slice(0, FINDINGS_KEPT - run.findings.length));
    for (const finding of repairs ? found.filter(isRepairable) : []) {
      finding.outcome = await tryRepair(context, account, run.id, finding, actor);
      if (finding.outcome !== null) run.repaired += 1;
    }
  };
  try {
    await compareAll(context, account, created, run, take);
  } catch (error) {
    run.error = inWords(error);
  }
  run.finishedAt = context.now();
  await insertReconcileRun(context.db, account.partnerId, run);
  return run;
}

function openRun(
  { now }: Context,
  { partnerId, accountId }: ComparedAccount,
  actor: Actor,
  created: CreatedWithin,
): ReconcileRun {
  const who = { partnerId, accountId, actorType: actor.type, actorId: actor.id };
  const counts = { sessionsRead: 0, refundsRead: 0, disputesRead: 0, found: 0, repaired: 0 };
  const startedAt = now();
  return {
    id: newId("run"),
    ...who,
    startedAt,
    finishedAt: startedAt,
    ...created,
    ...counts,
    error: null,
    findings: [],
  };
}

/** Payments first: what went back of a payment is then recorded about credits that were given. */
async function compareAll(
  context: Context,
  account: ComparedAccount,
  created: CreatedWithin,
  run: ReconcileRun,
  take: (findings: readonly Finding[]) => Promise<void>,
): Promise<void> {
  const { stripe } = context;
  const { accountId } = account;
  const paidSessions = new Set<string>();
  for await (const { items, read } of pagesOf((after) => stripe.listCheckouts(accountId, created, after))) {
    run.sessionsRead += read;
    for (const { report } of items) if (report.payment === "paid") paidSessions.add(report.sessionId);
    await take(await checkoutDifferences(context, account, items));
  }
  await take(await creditedDifferences(context, account, created, paidSessions));
  for await (const { items, read } of pagesOf((after) => stripe.listRefunds(accountId, created, after))) {
    run.refundsRead += read;
    await take(await reversalDifferences(context, account, items));
  }
  for await (const { items, read } of pagesOf((after) => stripe.listDisputes(accountId, created, after))) {
    run.disputesRead += read;
    await take(await reversalDifferences(context, account, items));
  }
}

async function* pagesOf<T>(read: (after: string | null) => Promise<StripePage<T>>) {
  let after: string | null = null;
  for (let pages = 0; pages < PAGES_A_LIST; pages += 1) {
    const page: StripePage<T> = await read(after);
    yield page;
    if (page.next === null) return;
    after = page.next;
  }
  throw new UpstreamFailure("stripe", "There is more than one run reads; compare fewer days at a time");
}

/** A wallet that refuses to go on must not keep the others from being repaired; its finding stays. */
async function tryRepair(
  context: Context,
  account: ComparedAccount,
  runId: string,
  finding: Finding,
  actor: Actor,
): Promise<string | null> {
  try {
    const repair = await repairFinding(context, account, runId, finding, actor);
    return repair.isDone ? repair.text : null;
  } catch (error) {
    if (error instanceof UpstreamFailure) throw error;
    logError("reconcile_repair_failed", {
      error,
      ...(finding.purchaseId && { purchaseId: finding.purchaseId }),
    });
    return null;
  }
}

function inWords(error: unknown): string {
  if (error instanceof UpstreamFailure) {
    logWarning("reconcile_incomplete", { error });
    return error.message;
  }
  logError("reconcile_failed", { error });
  return "Something went wrong on our side, and was recorded";
}
