import { expect, test } from "vitest";
import { rebuild } from "../../dev/rebuild.mjs";
import { withTopup } from "./answering-topup";

const page = (next: string | null, more: object = {}) => ({
  body: {
    customers: 10,
    purchases: 3,
    entries: 4,
    rows: 0,
    mended: [],
    waiting: [],
    kept: [],
    next,
    ...more,
  },
});

const MENDED = {
  ...{ partnerId: "partner_1", table: "purchases", id: "purchase_1" },
  columns: ["customer_email", "receipt_status"],
};

test("it asks page by page until there is none left, and says what was done and what was not", async () => {
  await withTopup(
    [
      page("customer_10", { waiting: ["customer_3"] }),
      page("customer_20", { kept: ["customer_11"] }),
      page(null, { customers: 0, purchases: 0, entries: 0, rows: 7, mended: [MENDED] }),
    ],
    async (url, asked) => {
      const said: string[] = [];
      await rebuild({ url, token: "secret" }, (line) => said.push(line));
      expect(asked.map(({ after }) => after)).toEqual(["", "customer_10", "customer_20"]);
      expect(asked[0]).toMatchObject({ path: "/operator/rebuild", token: "Bearer secret" });
      expect(said).toEqual([
        "10 customers, 3 purchases, 4 entries, 0 rows of lists",
        "20 customers, 6 purchases, 8 entries, 0 rows of lists",
        "20 customers, 6 purchases, 8 entries, 7 rows of lists",
        "Written anew from its source: purchases purchase_1 of partner_1: customer_email, receipt_status",
        "Still being copied, and going on by itself: customer_3",
        "Not touched, because their copies say more than their wallets: customer_11",
        'A wallet of these was lost or set back: see "A wallet was lost" in docs/runbook.md.',
      ]);
    },
  );
});

test.each([
  [404, "is closed: set OPERATOR_TOKEN there first."],
  [401, "OPERATOR_TOKEN is not the one of that Topup. Nothing was changed."],
  [503, 'answered 503 behind "". What is copied stays; run it again.'],
])("an answer of %d ends it with what to do", async (status, sentence) => {
  await withTopup([{ status, body: {} }], async (url) => {
    await expect(rebuild({ url, token: "secret" }, () => {})).rejects.toThrow(sentence);
  });
});

test("where nobody answers, it says so", async () => {
  await expect(rebuild({ url: "http://127.0.0.1:9", token: "secret" }, () => {})).rejects.toThrow(
    "Is Topup running there?",
  );
});

test("it is asked for one partner where one is named", async () => {
  await withTopup([page(null)], async (url, asked) => {
    await rebuild({ url, token: "secret", partnerId: "partner_1" }, () => {});
    expect(asked).toMatchObject([{ partnerId: "partner_1", after: "" }]);
  });
});
