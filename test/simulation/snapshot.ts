import type { DatabaseContents, Snapshot } from "./evidence";
import type { WalletContents } from "./wallet-contents";
import type { World } from "./world";

const TABLES: (keyof DatabaseContents)[] = [
  "purchases",
  "purchase_attempts",
  "refund_cases",
  "sales_by_day",
  "sales_by_customer",
  "ledger_entries",
  "customer_balances",
  "audit_log",
  "emails",
  "credit_plans",
];

const VERSIONS = `SELECT credit_plan_versions.* FROM credit_plan_versions
  JOIN credit_plans ON credit_plans.id = plan_id WHERE partner_id IN (?, ?)`;

/** Reads what the wallets and D1 hold now, past all faults. Only the rows of this world. */
export async function takeSnapshot(world: World): Promise<Snapshot> {
  // D1 first: whatever it has by then, the wallets must have had before.
  const database = await readDatabase(world);
  const wallets = new Map<string, WalletContents>();
  for (const { id } of world.customers) wallets.set(id, await world.contentsOf(id));
  return { wallets, database };
}

async function readDatabase({ bindings, shops }: World): Promise<DatabaseContents> {
  const partners = shops.map(({ partner }) => partner.id);
  const queries = [...TABLES.map((table) => `SELECT * FROM ${table} WHERE partner_id IN (?, ?)`), VERSIONS];
  const answers = await bindings.DB.batch(queries.map((sql) => bindings.DB.prepare(sql).bind(...partners)));
  const names = [...TABLES, "credit_plan_versions"];
  return Object.fromEntries(
    names.map((name, index) => [name, answers[index]?.results]),
  ) as unknown as DatabaseContents;
}
