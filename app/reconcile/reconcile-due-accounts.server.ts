import { listDueAccounts, writeReconcileCheck } from "../../db/reconcile-checks.server";
import type { Context } from "../context.server";
import { DAY_MS, HOUR_MS } from "../time";
import { reconcileAccount } from "./reconcile-account.server";

const ACCOUNTS_A_TICK = 10;
// Stripe gives up delivering an event after three days, so nothing is older that it still means to tell.
const LOOKS_BACK_MS = 3 * DAY_MS;

/** Compares each connected account with Stripe once a day and repairs what is safe to repair. */
export async function reconcileDueAccounts(context: Context): Promise<void> {
  for (const account of await listDueAccounts(context.db, context.now(), ACCOUNTS_A_TICK)) {
    // Written before: an account on which a run dies is not the first of the next tick again.
    await writeReconcileCheck(context.db, account.accountId, context.now() + HOUR_MS);
    const { error } = await reconcileAccount(context, account, {
      since: context.now() - LOOKS_BACK_MS,
      until: null,
      actor: { type: "system", id: "cron" },
      repairs: true,
    });
    if (error === null) await writeReconcileCheck(context.db, account.accountId, context.now() + DAY_MS);
  }
}
