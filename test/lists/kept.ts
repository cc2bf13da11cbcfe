import { env } from "cloudflare:test";
import { openDatabase } from "../../db/client.server";
import { isSearchWhole } from "../../db/customer-search.server";
import { KEPT_TABLE_NAMES } from "../../db/kept-columns";
import { compareKept, type UnequalRow } from "../../db/kept-columns.server";

const db = openDatabase(env.DB);

type Unequal = UnequalRow & { partnerId: string; table: string };

/** Whatever all partners' lists show that is not what its source says; and whether the search index is whole. */
export async function keptColumns(): Promise<{ unequal: Unequal[]; searchIsWhole: boolean }> {
  const { results } = await env.DB.prepare("SELECT id FROM partners").all<{ id: string }>();
  const unequal: Unequal[] = [];
  for (const { id: partnerId } of results) {
    for (const table of KEPT_TABLE_NAMES) {
      const compared = await compareKept(db, partnerId, table, null, 1_000);
      unequal.push(...compared.unequal.map((row) => ({ partnerId, table, ...row })));
    }
  }
  return { unequal, searchIsWhole: await isSearchWhole(db) };
}

export const ALL_RIGHT = { unequal: [], searchIsWhole: true };
