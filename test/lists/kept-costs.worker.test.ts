import { beforeAll, expect, test } from "vitest";
import { KEPT_TABLE_NAMES, type KeptTableName } from "../../db/kept-columns";
import { compareKept } from "../../db/kept-columns.server";
import { costOf } from "./counted";
import { openCrowdedPartner, PARTNER, SELLING_DAYS } from "./crowd";

const PAGE = 26;
const DAILY_SUMS = SELLING_DAYS * 60;

beforeAll(openCrowdedPartner, 240_000);

/**
 * What one row of a table and the sources of all that is kept beside it are at most, and where to begin in its middle;
 * and how often the partner's daily sums are gone through for the whole page.
 */
const COMPARED: Record<KeptTableName, [rows: number, middle: string[], sums?: number]> = {
  customers: [10, ["c20"]],
  purchases: [5, ["500", `${PARTNER}_p500`]],
  purchase_attempts: [8, ["500", `ch_${PARTNER}_p500`]],
  emails: [3, ["500", `${PARTNER}_e500`]],
  audit_log: [3, ["500", `${PARTNER}_a500`]],
  credit_plans: [3, ["15"], 6],
  partners: [3, ["z"], 2],
};

test.each(KEPT_TABLE_NAMES)(
  "L149 a page of %s is compared with its sources by reading both, however many others there are",
  async (table) => {
    const [rows, middle, sums = 0] = COMPARED[table];
    for (const after of [null, middle]) {
      const cost = await costOf(async (db) => (await compareKept(db, PARTNER, table, after, PAGE)).unequal);
      expect(cost.found).toBe(0);
      expect(cost.rowsRead, "rows that D1 read").toBeLessThanOrEqual(rows * PAGE + 1 + sums * DAILY_SUMS);
    }
  },
);
