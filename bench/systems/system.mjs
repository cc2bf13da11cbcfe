import { childrenOfThis } from "../process-tree.mjs";

/**
 * What is measured. A customer is a number here; each system has its own name for it.
 *
 * @typedef {object} System
 * @property {string} name
 * @property {import("../deliveries.mjs").Endpoint} endpoint
 * @property {number[]} processes whose time, with that of all they start, is the system's
 * @property {(customers: number[]) => Promise<string[]>} sell makes ready what must be there before Stripe can report
 *   a payment, and gives the event that reports it: one for each customer named, as often as it is named
 * @property {((customer: number) => Promise<number>) | null} credits how many credits a customer has; null when the
 *   system keeps none
 * @property {(customers: number[]) => Promise<number>} [rowsWritten] so far, in these customers' wallets
 * @property {() => Promise<unknown>} stop
 */

/** What every sale of the benchmark brings. */
export const CREDITS_A_SALE = 1_000;

/**
 * Starts something that starts one program of its own, and says which.
 *
 * @template T
 * @param {() => Promise<T>} start
 */
export async function withItsProcess(start) {
  const before = new Set(childrenOfThis());
  const started = await start();
  const processes = childrenOfThis().filter((pid) => !before.has(pid));
  return { started, processes };
}
