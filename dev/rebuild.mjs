import { parseArgs } from "node:util";
import { runCommand } from "./command.mjs";
import { Mistake } from "./mistake.mjs";
import { settings } from "./settings.mjs";

/** @typedef {{ customers: number, purchases: number, entries: number, next: string | null, waiting: string[], kept: string[] }} Page */

/**
 * Makes D1's copies of all customers anew, page by page, and says what it did.
 *
 * @param {string} url where Topup answers
 * @param {string} token
 * @param {(line: string) => void} say
 */
export async function rebuild(url, token, say) {
  const done = { customers: 0, purchases: 0, entries: 0 };
  /** @type {string[]} */
  const waiting = [];
  /** @type {string[]} */
  const kept = [];
  /** @type {string | null} */
  let after = "";
  while (after !== null) {
    const page = await rebuildPage(url, token, after);
    done.customers += page.customers;
    done.purchases += page.purchases;
    done.entries += page.entries;
    waiting.push(...page.waiting);
    kept.push(...page.kept);
    after = page.next;
    say(`${done.customers} customers, ${done.purchases} purchases, ${done.entries} entries`);
  }
  if (waiting.length > 0) say(`Still being copied, and going on by itself: ${waiting.join(", ")}`);
  if (kept.length > 0) {
    say(`Not touched, because their copies say more than their wallets: ${kept.join(", ")}`);
    say('A wallet of these was lost or set back: see "A wallet was lost" in docs/runbook.md.');
  }
}

/**
 * @param {string} url
 * @param {string} token
 * @param {string} after
 * @returns {Promise<Page>}
 */
async function rebuildPage(url, token, after) {
  const address = new URL("/operator/rebuild", url);
  const answer = await fetch(address, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ after }),
  }).catch((error) => {
    throw new Mistake(
      `${address} does not answer (${error.cause?.code ?? error.message}). Is Topup running there?`,
    );
  });
  if (answer.status === 404) throw new Mistake(`${address} is closed: set OPERATOR_TOKEN there first.`);
  if (answer.status === 401)
    throw new Mistake("OPERATOR_TOKEN is not the one of that Topup. Nothing was changed.");
  if (!answer.ok) {
    throw new Mistake(
      `${address} answered ${answer.status} behind "${after}". What is copied stays; run it again.\n${await answer.text()}`,
    );
  }
  return answer.json();
}

if (import.meta.filename === process.argv[1]) {
  const { values } = parseArgs({ options: { url: { type: "string" } } });
  const { PORT, OPERATOR_TOKEN } = settings();
  const url = values.url ?? `http://localhost:${PORT}`;
  await runCommand(() => rebuild(url, OPERATOR_TOKEN, console.log), { exitCodeWhenStopped: 130 });
}
