import { expect, test } from "vitest";
import { openShop } from "../shop/shop";
import { fieldOf } from "../shop/visitor";
import { adjusts, openWith, pageOf, tablesOf } from "./adjusting";

test("L110 without scripts the balance before and after is shown before anything is sent", async () => {
  const { owner, ana } = await openWith("100");
  const form = await owner.browser.get(pageOf(ana));
  expect(fieldOf(form, "review")).toBe("yes");

  const review = await adjusts(owner, ana, {
    intent: "deduct",
    amount: "12.5",
    note: "Refund re_6",
    review: "yes",
  });
  expect(review.status).toBe(200);
  expect(review.text).toContain(
    "Deduct 12.5 credits? Nothing has been changed yet. Balance before 100 Balance after 87.5 Note Refund re_6",
  );
  expect(review.html).not.toContain('name="review"');
  expect(await ana.entries()).toHaveLength(1);
  const change = await owner.browser.post(pageOf(ana), {
    intent: "change",
    amount: "12.5",
    note: "Refund re_6",
  });
  expect(change.html).toContain('value="12.5"');

  const [formId, amount, note] = ["formId", "amount", "note"].map((name) => fieldOf(review, name));
  const send = () =>
    owner.browser.post(pageOf(ana), {
      formId: formId ?? "",
      amount: amount ?? "",
      note: note ?? "",
      intent: "deduct",
    });
  expect((await Promise.all([send(), send()])).map(({ status }) => status)).toEqual([303, 303]);
  expect((await ana.sees()).balance).toBe("87.5");
});

test("L110 more than 10,000 credits move only when the amount was typed again", async () => {
  const { owner, ana } = await openWith();
  const adds = (amount: string, again?: string) =>
    adjusts(owner, ana, { intent: "add", amount, note: "Large", ...(again !== undefined && { again }) });
  const asked = await adds("10000.000001");
  expect(asked.status).toBe(422);
  expect(asked.text).toContain("Add 10,000.000001 credits? Nothing has been changed yet. Balance before 0");
  expect(asked.text).toContain("Type the amount again");
  for (const wrong of ["1000.000001", "yes", "10000"]) {
    expect((await adds("10000.000001", wrong)).text).toContain("This is not the same amount");
  }
  expect(await tablesOf(ana)).toEqual([]);

  expect((await adds("10000.000001", "10,000.000001")).status).toBe(303);
  expect((await adds("10000")).status).toBe(303);
  const back = await adjusts(owner, ana, { intent: "deduct", amount: "10001", note: "Large" });
  expect(back.text).toContain("Type the amount again");
  expect(await ana.entries()).toHaveLength(2);
});

test("L149 the tab shows Current Balance, Total Used and Last Updated", async () => {
  const { owner, ana } = await openWith("100");
  expect((await owner.browser.get(pageOf(ana))).text).toMatch(
    /Current Balance 100 credits Total Used 0 by usage; deductions do not count Last Updated (now|\d+ \w+ ago)/,
  );
  const nobody = await openWith();
  expect((await nobody.owner.browser.get(pageOf(nobody.ana))).text).toContain("Last Updated Never");
});

test("L149 the history is narrowed to one type, and comes whole as a file", async () => {
  const { owner, ana } = await openWith("100");
  await adjusts(owner, ana, { intent: "deduct", amount: "40", note: "=Refund" });
  const deducted = await owner.browser.get(`${pageOf(ana)}?type=deducted`);
  expect(deducted.text).toContain("=Refund");
  expect(deducted.text).not.toContain("A present");
  expect((await owner.browser.get(`${pageOf(ana)}?type=used`)).text).toContain("Nothing was used");

  const file = await owner.browser.get(`${pageOf(ana)}/history.csv`);
  expect(file.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(file.headers.get("content-disposition")).toContain('filename="ana credit history.csv"');
  expect(file.html.split("\r\n")).toEqual([
    expect.stringMatching(/Type,Amount,Balance,Note,Date,Entry$/),
    expect.stringMatching(/^Deducted,-40,60,'=Refund,.*,2$/),
    expect.stringMatching(/^Added,100,100,A present,.*,1$/),
    "",
  ]);
  const rival = await (await openShop()).owner();
  expect((await rival.browser.get(`${pageOf(ana)}/history.csv`)).status).toBe(404);
});
