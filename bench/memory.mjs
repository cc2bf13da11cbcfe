import { deliver } from "./measure.mjs";
import { peakMemoryOf } from "./process-tree.mjs";
import { CREDITS_A_SALE } from "./systems/system.mjs";

const AT_ONCE = 5_000;

/** @typedef {{ credits: number, customers: number }} Size */
/** @typedef {Size & { peak_bytes: number, idle_bytes: number, isValid: boolean }} Memory */

/**
 * The most memory that workerd has had after so many credits of so many customers.
 *
 * @param {import("./systems/topup.mjs").Topup} topup
 * @param {Size} size
 * @returns {Promise<Memory>}
 */
export async function measureMemory(topup, { credits, customers }) {
  const workerd = topup.processes[0] ?? 0;
  const idle_bytes = peakMemoryOf(workerd);
  const everybody = Array.from({ length: customers }, (_, customer) => customer);
  for (let done = 0; done < credits; done += AT_ONCE) {
    const length = Math.min(AT_ONCE, credits - done);
    const next = Array.from({ length }, (_, index) => (done + index) % customers);
    await deliver(topup, await topup.sell(next), everybody);
  }
  const balances = await Promise.all(everybody.map((customer) => topup.credits(customer)));
  return {
    credits,
    customers,
    idle_bytes,
    peak_bytes: peakMemoryOf(workerd),
    isValid: balances.every((balance) => balance === (credits / customers) * CREDITS_A_SALE),
  };
}
