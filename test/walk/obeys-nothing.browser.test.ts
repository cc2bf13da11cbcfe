import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { buyInEveryWay, otherStates, portalPages } from "./portal-pages";
import { openTown, signIn, type Town } from "./town";

const ANA = "/customers/customer_01acme00000000000000000ana";

/** What a page would do if it took any of its words for markup: it says so to the browser. */
const TRAPS = [
  `"><img src=x onerror=alert(1)>`,
  `</title></style><script>alert(1)</script>`,
  `'--><svg/onload=alert(1)>`,
];
const trap = (at: number) => TRAPS[at % TRAPS.length] ?? "";

let town: Town;
let olivia: Page;
let ana: Page;
const obeyed: string[] = [];

beforeAll(async () => {
  town = await openTown();
  [olivia, ana] = [await town.person(), await town.person()];
  await signIn(town, olivia, town.dashboard, "olivia@acme.test");
  await signIn(town, ana, town.portal("acme"), "ana@customer.test");
  for (const page of [olivia, ana]) {
    page.on("dialog", (dialog) => {
      obeyed.push(`${page.url()} opened a dialog`);
      return dialog.dismiss();
    });
    page.on("console", (message) => {
      if (/Content.Security.Policy/i.test(message.text())) obeyed.push(`${page.url()}: ${message.text()}`);
    });
  }
});
afterAll(() => town.close());

/** Fills in a form of the dashboard, sends it, and waits for what the page answers. */
async function sends(
  path: string,
  fields: Record<string, string>,
  button: string,
  answer: string,
): Promise<void> {
  await olivia.goto(town.dashboard + path);
  for (const [label, text] of Object.entries(fields)) {
    await olivia.getByLabel(label, { exact: true }).first().fill(text);
  }
  await olivia.getByRole("button", { name: button, exact: true }).first().click();
  await olivia.getByText(answer).first().waitFor();
  await olivia.waitForLoadState("networkidle");
}

test("T8 in a browser no page obeys what a partner has written, on the portal and on the dashboard", async () => {
  await sends("/settings/portal", { Title: trap(0), Slogan: trap(1) }, "Save changes", "Portal saved");
  await sends(`${ANA}/edit`, { Name: trap(1), Company: trap(2) }, "Save changes", trap(2));
  await sends(ANA, { Amount: "1", Note: trap(2) }, "Add Credits", "Credits added");
  const plan = { Name: trap(0), Credits: "100", Price: "9", Description: trap(1) };
  await sends("/settings/customer-credit-plans/new", plan, "Create", "Plan created");

  const purchases = await buyInEveryWay(ana, town.portal("acme"));
  const written = new Set<string>();
  for (const { path } of [...portalPages(purchases.credited), ...otherStates(purchases)]) {
    await ana.goto(town.portal("acme") + path);
    const text = `${await ana.title()} ${await ana.locator("body").innerText()}`;
    for (const words of TRAPS) if (text.includes(words)) written.add(words);
  }
  for (const path of ["/home", "/customers", ANA, `${ANA}/features`, `${ANA}/billing`, "/settings/portal"])
    await olivia.goto(town.dashboard + path, { waitUntil: "networkidle" });
  for (const path of ["/settings/customer-credit-plans", "/settings/audit-log", "/billing-and-invoices"])
    await olivia.goto(town.dashboard + path, { waitUntil: "networkidle" });

  expect(obeyed).toEqual([]);
  expect([...written].sort()).toEqual([...TRAPS].sort());
});

test("what a page obeys would be noticed", async () => {
  await ana.evaluate((words) => document.body.insertAdjacentHTML("beforeend", words), TRAPS[0] ?? "");
  await expect.poll(() => obeyed.length).toBeGreaterThan(0);
});
