import { env } from "cloudflare:test";

const ADDRESS = "http://localhost:8787/operator";

type Verb = "rebuild" | "restore-wallet" | "set-tier" | "verify";

/** Asks what only an operator may ask, with the operator's token if no other is given. */
export async function operator<T>(
  verb: Verb,
  body: object,
  authorization = `Bearer ${env.OPERATOR_TOKEN}`,
): Promise<{ status: number; body: T }> {
  const response = await env.APP.fetch(`${ADDRESS}/${verb}`, {
    method: "POST",
    headers: { authorization },
    body: JSON.stringify(body),
  });
  const text = await response.text();
  if (!response.headers.get("content-type")?.includes("json")) throw new Error(`${response.status}: ${text}`);
  return { status: response.status, body: JSON.parse(text) as T };
}

const COPIES = [
  "purchases",
  "purchase_attempts",
  "refund_cases",
  "ledger_entries",
  "customer_balances",
  "sales_by_day",
  "sales_by_customer",
] as const;

type Rows = Record<(typeof COPIES)[number] | "emails", Record<string, unknown>[]>;

/** Every row of a partner in the tables that are copies, and the messages that followed from them. */
export async function copiedRows(partnerId: string): Promise<Rows> {
  const tables = [...COPIES, "emails"] as const;
  const answers = await env.DB.batch<Record<string, unknown>>(
    tables.map((table) =>
      env.DB.prepare(`SELECT * FROM ${table} WHERE partner_id = ? ORDER BY 1, 2, 3, 4`).bind(partnerId),
    ),
  );
  return Object.fromEntries(tables.map((table, at) => [table, answers[at]?.results])) as Rows;
}

/** What happens to a D1 that was lost: the catalogue is there again, and no copy is. */
export async function loseCopies(partnerId: string): Promise<void> {
  await env.DB.batch(
    COPIES.map((table) => env.DB.prepare(`DELETE FROM ${table} WHERE partner_id = ?`).bind(partnerId)),
  );
}
