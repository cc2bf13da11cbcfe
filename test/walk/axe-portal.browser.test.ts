import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { seriousFindings, takeAxeAlong } from "./axe";
import { buyInEveryWay, otherStates, type PortalPage, portalPages, statesByOthers } from "./portal-pages";
import { openTown, signIn, type Town } from "./town";

/** Two that are hard to see, each in another light, and one in between. The first is the demo's own. */
const COLORS = ["#0f766e", "#fef08a", "#0b1120"];

const BEN = "customer_01acme00000000000000000ben";

let town: Town;
let portal: string;
let ana: Page;
let stranger: Page;
let partner: Page;
let states: PortalPage[];
let pages: PortalPage[];

beforeAll(async () => {
  town = await openTown();
  portal = town.portal("acme");
  ana = await town.person();
  stranger = await town.person();
  partner = await town.person();
  await signIn(town, ana, portal, "ana@customer.test");
  await signIn(town, partner, town.dashboard, "olivia@acme.test");
  const purchases = await buyInEveryWay(ana, portal);
  states = [...otherStates(purchases), ...(await statesByOthers(town, "ana@customer.test"))];
  pages = portalPages(purchases.credited);
  await takeAxeAlong(ana);
  await takeAxeAlong(stranger);
});
afterAll(() => town.close());

async function brand(color: string): Promise<void> {
  await partner.goto(`${town.dashboard}/settings/portal`);
  await partner.getByLabel("Colour").fill(color);
  await partner.getByRole("button", { name: "Save changes" }).click();
  await partner.getByText("Portal saved").waitFor();
}

const isInside = ({ id }: PortalPage) => !id.startsWith("routes/sign-in");

/** What somebody would stumble over on these pages, each line with its page. */
async function findings(page: Page, pages: PortalPage[]): Promise<string[]> {
  const found: string[] = [];
  for (const { id, path, heading = "" } of pages) {
    await page.goto(portal + path);
    await page.getByRole("heading", { name: heading }).first().waitFor();
    const { pathname, search } = new URL(page.url());
    if (pathname + search !== path) found.push(`${id} is not there: ${path} led to ${pathname}`);
    for (const finding of await seriousFindings(page)) found.push(`${id} ${finding}`);
  }
  return found;
}

for (const color of COLORS) {
  test(`with the partner's colour ${color} every page can be read and used: by day and by night, on a desk and on a phone`, async () => {
    await brand(color);
    expect(await findings(ana, [...pages.filter(isInside), ...states])).toEqual([]);
    expect(await ana.content()).toContain(`--brand:${color}`);
  });

  test(`with the partner's colour ${color} so can the way in`, async () => {
    await brand(color);
    await stranger.goto(`${portal}/sign-in`);
    await stranger.getByRole("button", { name: "Send code" }).click();
    await stranger.getByText("Enter your e-mail address").first().waitFor();
    expect(await seriousFindings(stranger)).toEqual([]);

    await stranger.getByLabel("E-mail").fill("nobody@customer.test");
    await stranger.getByRole("button", { name: "Send code" }).click();
    await stranger.getByLabel("Code").waitFor();
    expect(
      await findings(
        stranger,
        pages.filter((page) => !isInside(page)),
      ),
    ).toEqual([]);
  });
}

test("so can the page of somebody who is blocked", async () => {
  await partner.goto(`${town.dashboard}/customers/${BEN}/features`);
  await partner.getByRole("button", { name: "Block customer" }).click();
  await partner.getByRole("button", { name: "Unblock customer" }).waitFor();
  await signIn(town, stranger, portal, "ben@customer.test");
  await stranger.getByRole("heading", { name: /access/i }).waitFor();
  expect(await seriousFindings(stranger)).toEqual([]);
});
