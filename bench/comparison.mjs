import { deliver } from "./measure.mjs";
import { CREDITS_A_SALE } from "./systems/system.mjs";

/** @typedef {import("./systems/system.mjs").System} System */
/** @typedef {import("./measure.mjs").Measure} Measure */
/** @typedef {{ workload: string, system: string, measures: Measure[], isValid: boolean }} Row */

const HOT = 0;
const COPIES = 4;
/** One event in so many is delivered again. */
const REPEATED = 8;

/**
 * All systems in turn, workload by workload and round by round, so that what drifts drifts for all of them.
 *
 * @param {System[]} systems
 * @param {{ deliveries: number, customers: number }} scale
 * @param {number} rounds
 * @returns {Promise<Row[]>}
 */
export async function compare(systems, { deliveries, customers }, rounds) {
  const hot = Array.from({ length: deliveries }, () => HOT);
  const spread = Array.from({ length: deliveries }, (_, index) => 1 + (index % customers));
  const contenders = systems.map((system) => new Contender(system));
  for (const contender of contenders) {
    await contender.run("warm-up", hot.slice(0, deliveries / 2));
    await contender.run("warm-up", spread);
  }
  for (let round = 0; round < rounds; round += 1) {
    // Nobody is always first.
    const order = contenders.map((_, index) => contenders[(index + round) % contenders.length]);
    for (const contender of order) {
      const events = await contender?.run("hot", hot);
      await contender?.repeat("duplicate", hot, events?.slice(0, deliveries / REPEATED) ?? []);
    }
    for (const contender of order) await contender?.run("spread", spread);
    process.stderr.write(`round ${round + 1} of ${rounds}\n`);
  }
  return contenders.flatMap(({ rows }) => rows).filter(({ workload }) => workload !== "warm-up");
}

/** A system with what its customers should have by now: a speed counts only when they have it. */
class Contender {
  /** @type {Row[]} */
  rows = [];
  /** @type {Map<number, number>} */
  #expected = new Map();

  /** @param {System} system */
  constructor(system) {
    this.system = system;
  }

  /**
   * @param {string} workload
   * @param {number[]} customers
   */
  async run(workload, customers) {
    const events = await this.system.sell(customers);
    for (const customer of customers) {
      this.#expected.set(customer, (this.#expected.get(customer) ?? 0) + CREDITS_A_SALE);
    }
    await this.#measure(workload, customers, events);
    return events;
  }

  /**
   * Delivers again what was delivered before: each event several times, all at once.
   *
   * @param {string} workload
   * @param {number[]} customers
   * @param {string[]} events
   */
  async repeat(workload, customers, events) {
    await this.#measure(
      workload,
      customers,
      events.flatMap((event) => Array(COPIES).fill(event)),
    );
  }

  /**
   * @param {string} workload
   * @param {number[]} customers
   * @param {string[]} events
   */
  async #measure(workload, customers, events) {
    const row = this.#row(workload);
    const touched = [...new Set(customers)];
    row.measures.push(await deliver(this.system, events, touched));
    const { credits } = this.system;
    for (const customer of credits ? touched : []) {
      if ((await credits?.(customer)) !== this.#expected.get(customer)) row.isValid = false;
    }
  }

  /** @param {string} workload */
  #row(workload) {
    const known = this.rows.find((row) => row.workload === workload);
    if (known) return known;
    const row = { workload, system: this.system.name, measures: [], isValid: true };
    this.rows.push(row);
    return row;
  }
}
