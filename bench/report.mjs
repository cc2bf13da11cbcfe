import { spreadOf } from "./ratios.mjs";

const MEBIBYTE = 1024 * 1024;

/** @typedef {import("./measure.mjs").Measure} Measure */

/** @param {import("./comparison.mjs").Row[]} rows */
export function tellComparison(rows) {
  tellTable([
    ["workload", "system", "CPU µs a delivery", "answers/s", "rows in the wallet", "statuses", "sent again"],
    ...rows.map(({ workload, system, measures, isValid }) => [
      workload,
      system,
      ...(isValid ? figuresOf(measures) : ["invalid: a balance is wrong", ""]),
      rowsOf(measures),
      statusesOf(measures),
      String(sum(measures.map(({ resent }) => resent))),
    ]),
  ]);
}

/**
 * @param {import("./growth.mjs").Growth} growth
 * @param {number} entries
 */
export function tellGrowth({ few, many, isValid }, entries) {
  tellTable([
    ["a credit in a wallet with", "CPU µs a delivery", "answers/s"],
    ["1,000 entries", ...(isValid ? figuresOf(few) : ["invalid: a balance is wrong", ""])],
    [`${entries.toLocaleString("en")} entries`, ...(isValid ? figuresOf(many) : ["", ""])],
  ]);
}

/** @param {import("./memory.mjs").Memory} memory */
export function tellMemory({ credits, customers, idle_bytes, peak_bytes, isValid }) {
  const size = `${credits.toLocaleString("en")} credits over ${customers.toLocaleString("en")} customers`;
  const mebibytes = (/** @type {number} */ bytes) => `${Math.round(bytes / MEBIBYTE)} MiB`;
  console.log(
    isValid
      ? `\nMemory: after ${size} workerd has had at most ${mebibytes(peak_bytes)}, before them ${mebibytes(idle_bytes)}`
      : `\nMemory: ${size}: invalid, a balance is wrong`,
  );
}

/** @param {import("./aims.mjs").Aim[]} aims */
export function tellAims(aims) {
  tellTable([
    ["aim", "measured", "at most", ""],
    ...aims.map(({ what, figure, most }) => [
      what,
      inWords(figure, 2),
      String(most),
      figure.median <= most ? "met" : `missed by ${(figure.median - most).toFixed(2)}`,
    ]),
  ]);
}

/** @param {Measure[]} measures */
const figuresOf = (measures) => [
  inWords(spreadOf(measures.map(({ cpu_us }) => cpu_us)), 0),
  inWords(spreadOf(measures.map(({ rate }) => rate)), 0),
];

/** @param {Measure[]} measures */
function rowsOf(measures) {
  const counted = measures.flatMap(({ rows }) => rows ?? []);
  return counted.length === 0 ? "" : inWords(spreadOf(counted), 1);
}

/** @param {Measure[]} measures */
function statusesOf(measures) {
  /** @type {Record<string, number>} */
  const all = {};
  for (const { statuses } of measures) {
    for (const [status, count] of Object.entries(statuses)) all[status] = (all[status] ?? 0) + count;
  }
  return Object.entries(all)
    .map(([status, count]) => `${count} × ${status}`)
    .join(", ");
}

/**
 * @param {import("./ratios.mjs").Spread} spread
 * @param {number} digits
 */
export const inWords = ({ median, least, most }, digits) =>
  `${median.toFixed(digits)} [${least.toFixed(digits)}..${most.toFixed(digits)}]`;

/** @param {number[]} values */
const sum = (values) => values.reduce((total, value) => total + value, 0);

/** @param {string[][]} rows */
export function tellTable(rows) {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  console.log("");
  for (const row of rows) {
    console.log(
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    );
  }
}
