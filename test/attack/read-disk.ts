import { cp, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Log, LogLevel, Miniflare } from "miniflare";
import { APP_NAME } from "../../dev/serve-built.mjs";
import { compatibilityDate, databaseBinding, objectBindings } from "../../dev/wrangler-config.mjs";
import { WALLET_READER } from "./places.mjs";

export interface DiskEntry {
  seq: number;
  idempotency_key: string;
  kind: string;
  amount_micros: number;
  balance_after_micros: number;
  reference: string;
  actor: string;
  note: string;
  at: number;
}

export interface DiskPurchase {
  purchase_id: string;
  state: string;
  credits_micros: number;
  checkout_session_id: string | null;
  revision: number;
}

/** What the file of a wallet holds. */
export interface DiskWallet {
  entries: DiskEntry[];
  purchases: DiskPurchase[];
  /** How many changes D1 has not been told. */
  outbox: number;
}

/** What D1 holds of what the wallets have told it. */
export interface DiskCopies {
  entries: (DiskEntry & { customer_id: string; partner_id: string })[];
  purchases: { id: string; state: string; revision: number }[];
  balances: { customer_id: string; balance_micros: number; last_seq: number }[];
}

export interface Disk {
  wallets: Map<string, DiskWallet>;
  copies: DiskCopies;
}

/** Reads what an app that has ended left behind. A copy is read, so that looking changes nothing. */
export async function readDisk(folder: string, customerIds: readonly string[]): Promise<Disk> {
  const copy = await mkdtemp(join(tmpdir(), "topup-read-"));
  await cp(folder, copy, { recursive: true });
  const miniflare = new Miniflare({
    log: new Log(LogLevel.WARN),
    cf: false,
    name: APP_NAME,
    modules: [{ type: "ESModule", path: WALLET_READER }],
    compatibilityDate,
    durableObjects: objectBindings,
    durableObjectsPersist: join(copy, "do"),
    d1Databases: databaseBinding,
    d1Persist: join(copy, "d1"),
  });
  try {
    const wallets = new Map<string, DiskWallet>();
    for (const customerId of customerIds) {
      const answer = await miniflare.dispatchFetch(`http://reader/?customer=${customerId}`);
      wallets.set(customerId, (await answer.json()) as DiskWallet);
    }
    return { wallets, copies: await readCopies(await miniflare.getD1Database("DB")) };
  } finally {
    await miniflare.dispose();
    await rm(copy, { recursive: true, force: true });
  }
}

async function readCopies(database: D1Database): Promise<DiskCopies> {
  const rows = async <T>(query: string) => (await database.prepare(query).all<T>()).results;
  return {
    entries: await rows("SELECT * FROM ledger_entries ORDER BY customer_id, seq"),
    purchases: await rows("SELECT id, state, revision FROM purchases"),
    balances: await rows("SELECT customer_id, balance_micros, last_seq FROM customer_balances"),
  };
}
