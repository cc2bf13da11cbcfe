import { runCommand } from "./command.mjs";
import { Mistake } from "./mistake.mjs";
import { askedTopup, pagesOf, sayRow } from "./operator.mjs";

/** @typedef {import("./operator.mjs").ListFinding} ListFinding */
/** @typedef {{ table: string, id: string, how: keyof typeof HOW }} Difference */
/** @typedef {{ customerId: string, broken: { invariant: string, about: string }[], differences: Difference[] }} CustomerFinding */
/** @typedef {{ customers: number, rows: number, next: string | null, findings: (CustomerFinding | ListFinding)[] }} Page */

const HOW = {
  not_copied: "is not copied",
  not_held: "is of something that the wallet does not hold",
  ahead: "says more than the wallet",
  differs: "differs from the wallet",
};

/**
 * Compares wallets with their copies, and what lists show with its sources, page by page, and says what differs.
 *
 * @param {import("./operator.mjs").Topup} topup
 * @param {(line: string) => void} say
 */
export async function verify(topup, say) {
  const done = { customers: 0, rows: 0, findings: 0 };
  /** @type {AsyncGenerator<Page>} */
  const pages = pagesOf({ ...topup, verb: "verify", whenStopped: "Run it again." });
  for await (const { customers, rows, findings } of pages) {
    done.customers += customers;
    done.rows += rows;
    done.findings += findings.length;
    say(`${done.customers} customers, ${done.rows} rows of lists`);
    for (const line of findings.flatMap(sayFinding)) say(line);
  }
  if (done.findings > 0) {
    throw new Mistake(
      `Not everything is as it must be: see "D1 was lost or set back" in docs/runbook.md for what to do.`,
    );
  }
  say("Everything is as it must be.");
}

/** @param {CustomerFinding | ListFinding} finding */
function sayFinding(finding) {
  if ("columns" in finding) return [`Not what its source says: ${sayRow(finding)}`];
  const { customerId, broken, differences } = finding;
  return [
    ...broken.map(
      ({ invariant, about }) => `The wallet of ${customerId} breaks a rule, ${invariant}: ${about}`,
    ),
    ...differences.map(({ table, id, how }) => `The copy of ${customerId} in ${table}, ${id}, ${HOW[how]}`),
  ];
}

if (import.meta.filename === process.argv[1]) {
  await runCommand(() => verify(askedTopup(), console.log), { exitCodeWhenStopped: 130 });
}
