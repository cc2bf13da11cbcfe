import { pairedRatio, spreadOf } from "./ratios.mjs";

/** @typedef {import("./ratios.mjs").Spread} Spread */
/** @typedef {{ what: string, figure: Spread, most: number }} Aim */

/**
 * What we aim for, beside what was measured. A comparison with a system that was skipped, or whose balances were
 * wrong, is left out.
 *
 * @param {import("./comparison.mjs").Row[]} rows
 * @param {import("./growth.mjs").Growth} growth
 * @returns {Aim[]}
 */
export function aimsOf(rows, growth) {
  /** @type {(workload: string, system: string) => import("./measure.mjs").Measure[]} */
  const of = (workload, system) =>
    rows.find((row) => row.workload === workload && row.system === system && row.isValid)?.measures ?? [];
  /** @param {import("./measure.mjs").Measure[]} measures */
  const cpu = (measures) => measures.map(({ cpu_us }) => cpu_us);
  const hot = of("hot", "Topup");
  const duplicate = of("duplicate", "Topup");

  /** @type {(what: string, ours: import("./measure.mjs").Measure[], theirs: import("./measure.mjs").Measure[], most: number) => Aim[]} */
  const against = (what, ours, theirs, most) =>
    ours.length > 0 && theirs.length > 0 ? [{ what, figure: pairedRatio(cpu(ours), cpu(theirs)), most }] : [];
  return [
    ...against("processor time, hot / verify only", hot, of("hot", "verify only"), 2.8),
    ...against("the same without D1", of("hot", "Topup without D1"), of("hot", "verify only"), 2.8),
    ...against(
      "processor time, spread / verify only",
      of("spread", "Topup"),
      of("spread", "verify only"),
      4.5,
    ),
    ...against("the same without D1", of("spread", "Topup without D1"), of("spread", "verify only"), 4.5),
    ...against("processor time, hot / stripe-no-webhooks", hot, of("hot", "stripe-no-webhooks"), 0.25),
    ...against("processor time, duplicate / first", duplicate, hot, 0.75),
    {
      what: "rows a duplicate writes in the wallet",
      figure: spreadOf(duplicate.map(({ rows }) => rows ?? Number.NaN)),
      most: 0,
    },
    ...against("processor time, long ledger / short", growth.isValid ? growth.many : [], growth.few, 1.2),
  ];
}
