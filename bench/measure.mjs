import { delivery } from "./deliveries.mjs";
import { fire } from "./loader.mjs";
import { cpuOf, untilQuiet } from "./process-tree.mjs";

const CONNECTIONS = 16;

/** @typedef {import("./systems/system.mjs").System} System */

/**
 * @typedef {object} Measure
 * @property {number} cpu_us processor time of a delivery, with all that follows its answer
 * @property {number} rate answers a second
 * @property {Record<number, number>} statuses
 * @property {number} resent deliveries that were sent again, because the connection was closed on them
 * @property {number | null} rows written in the wallet by a delivery; null when nobody counts them
 */

/**
 * Delivers events to a system and waits until it has done all that they cause.
 *
 * @param {System} system
 * @param {string[]} events
 * @param {number[]} customers whose events they are
 * @returns {Promise<Measure>}
 */
export async function deliver({ endpoint, processes, rowsWritten }, events, customers) {
  const requests = events.map((event) => delivery(endpoint, event));
  await untilQuiet(processes);
  const rowsBefore = await rowsWritten?.(customers);
  const before_us = cpuOf(processes);
  const { statuses, resent, elapsed_ms } = await fire(endpoint.port, requests, CONNECTIONS);
  await untilQuiet(processes);
  const after_us = cpuOf(processes);
  const rowsAfter = await rowsWritten?.(customers);
  return {
    cpu_us: (after_us - before_us) / requests.length,
    rate: (requests.length * 1000) / elapsed_ms,
    statuses,
    resent,
    rows:
      rowsBefore === undefined || rowsAfter === undefined ? null : (rowsAfter - rowsBefore) / requests.length,
  };
}
