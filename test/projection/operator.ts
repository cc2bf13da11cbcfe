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

/** What a whole run says: each page's lists one after the other, and its numbers added up. */
export interface WholeRun {
  customers: number;
  purchases: number;
  entries: number;
  rows: number;
  pages: number;
  findings: object[];
  mended: object[];
  waiting: string[];
  kept: string[];
}

type Page = Record<string, unknown> & { next: string | null };

/** Asks for one page after the other until there is none left, of one partner or of all; or from a place on. */
export async function wholeRun(
  verb: "rebuild" | "verify",
  partnerId?: string,
  from = "",
): Promise<Partial<WholeRun>> {
  const whole: Record<string, unknown> = { pages: 0 };
  for (let after: string | null = from; after !== null; ) {
    const answer: { status: number; body: Page } = await operator(verb, { partnerId, after });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer));
    const { next, ...page }: Page = answer.body;
    for (const [name, value] of Object.entries({ pages: 1, ...page })) {
      whole[name] = Array.isArray(value)
        ? [...((whole[name] as unknown[]) ?? []), ...value]
        : Number(whole[name] ?? 0) + Number(value);
    }
    after = next;
  }
  return whole;
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
