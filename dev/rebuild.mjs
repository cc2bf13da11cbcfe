import { runCommand } from "./command.mjs";
import { askedTopup, pagesOf, sayRow } from "./operator.mjs";

/** @typedef {import("./operator.mjs").ListFinding} ListFinding */
/** @typedef {{ customers: number, purchases: number, entries: number, rows: number, mended: ListFinding[], next: string | null, waiting: string[], kept: string[] }} Page */

/**
 * Makes D1's copies of customers anew, and what lists show of them, page by page, and says what it did.
 *
 * @param {import("./operator.mjs").Topup} topup
 * @param {(line: string) => void} say
 */
export async function rebuild(topup, say) {
  const done = { customers: 0, purchases: 0, entries: 0, rows: 0 };
  /** @type {string[]} */
  const waiting = [];
  /** @type {string[]} */
  const kept = [];
  const whenStopped = "What is copied stays; run it again.";
  /** @type {AsyncGenerator<Page>} */
  const pages = pagesOf({ ...topup, verb: "rebuild", whenStopped });
  for await (const page of pages) {
    done.customers += page.customers;
    done.purchases += page.purchases;
    done.entries += page.entries;
    done.rows += page.rows;
    waiting.push(...page.waiting);
    kept.push(...page.kept);
    say(
      `${done.customers} customers, ${done.purchases} purchases, ${done.entries} entries, ${done.rows} rows of lists`,
    );
    for (const row of page.mended) say(`Written anew from its source: ${sayRow(row)}`);
  }
  if (waiting.length > 0) say(`Still being copied, and going on by itself: ${waiting.join(", ")}`);
  if (kept.length > 0) {
    say(`Not touched, because their copies say more than their wallets: ${kept.join(", ")}`);
    say('A wallet of these was lost or set back: see "A wallet was lost" in docs/runbook.md.');
  }
}

if (import.meta.filename === process.argv[1]) {
  await runCommand(() => rebuild(askedTopup(), console.log), { exitCodeWhenStopped: 130 });
}
