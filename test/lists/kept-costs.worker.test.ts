import { beforeAll, expect, test } from "vitest";
import { KEPT_TABLE_NAMES, type KeptTableName } from "../../db/kept-columns";
import { compareKept } from "../../db/kept-columns.server";
import { costOf } from "./counted";
import { openCrowdedPartner, PARTNER } from "./crowd";

const PAGE = 26;

beforeAll(openCrowdedPartner, 240_000);

/** What one row of a table and the sources of all that is kept beside it are at most, and where to begin in its middle. */
const COMPARED: Record<KeptTableName, [rows: number, middle: string[]]> = {
  customers: [10, ["c20"]],
  purchases: [5, ["500", `${PARTNER}_p500`]],
  purchase_attempts: [8, ["500", `ch_${PARTNER}_p500`]],
  emails: [3, ["500", `${PARTNER}_e500`]],
  audit_log: [3, ["500", `${PARTNER}_a500`]],
  credit_plans: [1, ["15"]],
  partners: [1, ["z"]],
};

test.each(KEPT_TABLE_NAMES)(
  "L149 a page of %s is compared with its sources by reading these, and nothing else, however many there are",
  async (table) => {
    const [rows, middle] = COMPARED[table];
    for (const after of [null, middle]) {
      const cost = await costOf(async (db) => (await compareKept(db, PARTNER, table, after, PAGE)).unequal);
      expect(cost.found).toBe(0);
      expect(cost.rowsRead, "rows that D1 read").toBeLessThanOrEqual(rows * PAGE + 1);
    }
  },
);
