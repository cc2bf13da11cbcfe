import { expect, test } from "vitest";
import { verify } from "../../dev/verify.mjs";
import { withTopup } from "./answering-topup";

const page = (next: string | null, customers: number, rows: number, findings: object[] = []) => ({
  body: { customers, rows, findings, next },
});

test("it asks page by page, and says when everything is as it must be", async () => {
  await withTopup([page("lists", 3, 0), page(null, 0, 12)], async (url, asked) => {
    const said: string[] = [];
    await verify({ url, token: "secret" }, (line) => said.push(line));
    expect(asked.map(({ path, after }) => [path, after])).toEqual([
      ["/operator/verify", ""],
      ["/operator/verify", "lists"],
    ]);
    expect(said).toEqual([
      "3 customers, 0 rows of lists",
      "3 customers, 12 rows of lists",
      "Everything is as it must be.",
    ]);
  });
});

test("it says in words what is not, and ends as a failure", async () => {
  const wallet = {
    customerId: "customer_1",
    broken: [{ invariant: "balances_are_sums", about: "purchase:1" }],
    differences: [
      { table: "purchases", id: "purchase_1", how: "not_copied" },
      { table: "ledger_entries", id: "2 adjustment:x", how: "ahead" },
    ],
  };
  const row = { partnerId: "partner_1", table: "customers", id: "customer_1", columns: ["lifetime_net"] };
  const search = { partnerId: null, table: "customer_search", id: null, columns: ["search_text"] };
  await withTopup([page("lists", 1, 0, [wallet]), page(null, 0, 1, [row, search])], async (url) => {
    const said: string[] = [];
    const verified = verify({ url, token: "secret" }, (line) => said.push(line));
    await expect(verified).rejects.toThrow('Not everything is as it must be: see "D1 was lost or set back"');
    expect(said).toEqual([
      "1 customers, 0 rows of lists",
      "The wallet of customer_1 breaks a rule, balances_are_sums: purchase:1",
      "The copy of customer_1 in purchases, purchase_1, is not copied",
      "The copy of customer_1 in ledger_entries, 2 adjustment:x, says more than the wallet",
      "1 customers, 1 rows of lists",
      "Not what its source says: customers customer_1 of partner_1: lifetime_net",
      "Not what its source says: customer_search, the index of all customers",
    ]);
  });
});
