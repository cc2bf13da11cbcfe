import { parseArgs } from "node:util";
import { Mistake } from "./mistake.mjs";
import { settings } from "./settings.mjs";

/** Where Topup answers, the operator's token there, and the one partner who is meant, if not all are. */
/** @typedef {{ url: string, token: string, partnerId?: string | undefined }} Topup */
/** @typedef {{ partnerId: string | null, table: string, id: string | null, columns: string[] }} ListFinding */

/**
 * The answers of one of the operator's verbs, page after page until there is none left.
 *
 * @template {{ next: string | null }} Page
 * @param {Topup & { verb: "rebuild" | "verify", whenStopped: string }} asked
 * @returns {AsyncGenerator<Page>}
 */
export async function* pagesOf(asked) {
  /** @type {string | null} */
  let after = "";
  while (after !== null) {
    /** @type {Page} */
    const page = await askPage(asked, after);
    yield page;
    after = page.next;
  }
}

/**
 * @param {Topup & { verb: string, whenStopped: string }} asked
 * @param {string} after
 */
async function askPage({ url, token, partnerId, verb, whenStopped }, after) {
  const address = new URL(`/operator/${verb}`, url);
  const answer = await fetch(address, {
    method: "POST",
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ partnerId, after }),
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
      `${address} answered ${answer.status} behind "${after}". ${whenStopped}\n${await answer.text()}`,
    );
  }
  return answer.json();
}

/** @param {ListFinding} finding */
export const sayRow = ({ partnerId, table, id, columns }) =>
  id === null
    ? `${table}, the index of all customers`
    : `${table} ${id} of ${partnerId}: ${columns.join(", ")}`;

/**
 * What a command was told on its line, and what the settings say.
 *
 * @returns {Topup}
 */
export function askedTopup() {
  const { values } = parseArgs({ options: { url: { type: "string" }, partner: { type: "string" } } });
  const { PORT, OPERATOR_TOKEN } = settings();
  return { url: values.url ?? `http://localhost:${PORT}`, token: OPERATOR_TOKEN, partnerId: values.partner };
}
