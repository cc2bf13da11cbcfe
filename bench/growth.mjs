import { deliver } from "./measure.mjs";
import { CREDITS_A_SALE } from "./systems/system.mjs";

const FEW = 1_000;
const FILLED_AT_ONCE = 50_000;
const SHARE = 4;

/** @typedef {import("./systems/topup.mjs").Topup} Topup */
/** @typedef {{ few: import("./measure.mjs").Measure[], many: import("./measure.mjs").Measure[], isValid: boolean }} Growth */

/**
 * What a credit costs in a wallet with a short ledger and in one with a long ledger, in turn.
 *
 * @param {Topup} topup
 * @param {{ deliveries: number, entries: number }} scale
 * @param {number} rounds
 * @returns {Promise<Growth>}
 */
export async function measureGrowth(topup, { deliveries, entries }, rounds) {
  const [few, many] = [0, 1];
  const sales = deliveries / SHARE;
  /** @type {Growth} */
  const growth = { few: [], many: [], isValid: true };
  for (const customer of [few, many]) {
    const events = await topup.sell(Array(sales).fill(customer));
    await fill(topup, customer, customer === few ? FEW : entries);
    await deliver(topup, events, [customer]);
  }
  for (let round = 0; round < rounds; round += 1) {
    growth.few.push(await deliver(topup, await topup.sell(Array(sales).fill(few)), [few]));
    growth.many.push(await deliver(topup, await topup.sell(Array(sales).fill(many)), [many]));
  }
  const sold = (rounds + 1) * sales * CREDITS_A_SALE;
  growth.isValid =
    (await topup.credits(few)) === FEW + sold && (await topup.credits(many)) === entries + sold;
  return growth;
}

/**
 * @param {Topup} topup
 * @param {number} customer
 * @param {number} entries of one credit each
 */
async function fill(topup, customer, entries) {
  for (let filled = 0; filled < entries; filled += FILLED_AT_ONCE) {
    await topup.wallet(customer).fill(Math.min(FILLED_AT_ONCE, entries - filled));
  }
}
