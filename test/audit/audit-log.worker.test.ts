import { env } from "cloudflare:test";
import { beforeAll, expect, test } from "vitest";
import { newId } from "../../app/ids";
import { type AuditQuestion, readAuditPage } from "../../db/audit-log.server";
import { openDatabase } from "../../db/client.server";
import { linksNamed, planRows } from "../plans/credit-plans-page";
import type { Owner } from "../shop/people";
import { openShop, type Shop, starterPack } from "../shop/shop";
import { observed } from "../stripe/observed-binding";

const PAGE = "/settings/audit-log";
const EVERYTHING = { group: null, actorId: null, actorType: null, objectId: null, from: null };

let shop: Shop;
let owner: Owner;
let planId: string;

beforeAll(async () => {
  shop = await openShop();
  owner = await shop.owner();
  planId = await shop.offers(starterPack);
  await owner.browser.post("/settings/refund-policy", { policy: "full" });
  await owner.browser.post(`/settings/customer-credit-plans/${planId}/active`, { to: "off" });
});

const rows = async (search = "") => {
  const { html } = await owner.browser.get(`${PAGE}${search}`);
  return [...html.matchAll(/<span class="font-medium">([^<]+)<\/span>/g)].map(([, what]) => what);
};

test("the log says in words who changed what, from what, to what", async () => {
  expect(planRows(await owner.browser.get(PAGE))).toEqual([
    "What Who Changes When",
    expect.stringMatching(/^Switched a credit plan off plan_\w+ Open Olivia Active Yes No /),
    expect.stringMatching(/^Changed the refund policy partner_[\w-]+ Olivia Refund policy manual full /),
  ]);
});

test("it is narrowed by kind, person and object, by addresses alone", async () => {
  expect(await rows()).toEqual(["Switched a credit plan off", "Changed the refund policy"]);
  expect(await rows("?group=plan")).toEqual(["Switched a credit plan off"]);
  expect(await rows("?group=partner")).toEqual(["Changed the refund policy"]);
  expect(await rows(`?object=${planId}`)).toEqual(["Switched a credit plan off"]);
  expect(await rows(`?actor=${shop.ownerId}&group=plan`)).toEqual(["Switched a credit plan off"]);
  expect(await rows("?actor=member_nobody")).toEqual([]);
  expect(linksNamed(await owner.browser.get(`${PAGE}?actor=member_nobody`), "Show everything")).toEqual([
    PAGE,
  ]);
  expect(await rows("?group=nonsense&object=%27%3B--&from=x")).toHaveLength(2);
});

test("what customers did, and what the platform did, can be asked for without a name", async () => {
  const there = await openShop();
  const [{ browser }, ana] = [await there.owner(), await there.customer()];
  await browser.post("/settings/refund-policy", { policy: "full" });
  await ana.browser.post("/account", { place: "all" });
  await env.DB.prepare(
    `INSERT INTO audit_log (id, partner_id, actor_type, actor_id, action, object_id, at)
     VALUES (?, ?, 'system', 'cron', 'reconcile.repaired', 'purchase_1', 1)`,
  )
    .bind(newId("audit"), there.partnerId)
    .run();
  const lines = async (actor: string) => planRows(await browser.get(`${PAGE}?actor=${actor}`)).slice(1);
  expect(await lines("customer")).toEqual([expect.stringMatching(/^Signed out everywhere /)]);
  expect(await lines("system")).toEqual([expect.stringContaining("Topup, by itself")]);
  const { html } = await browser.get(`${PAGE}?actor=system`);
  expect(html).toMatch(/<option value="system" selected="">Topup<\/option>/);
  expect((await browser.get(`${PAGE}.csv?actor=system`)).html.trim().split("\n")).toHaveLength(2);
});

test("an action that the log has no words for is shown all the same", async () => {
  await env.DB.prepare(
    `INSERT INTO audit_log (id, partner_id, actor_type, actor_id, action, object_id, after, at)
     VALUES (?, ?, 'system', 'robot', 'novelty.appeared', 'thing_1', '{"depth":3}', 1)`,
  )
    .bind(newId("audit"), shop.partnerId)
    .run();
  expect(planRows(await owner.browser.get(PAGE)).at(-1)).toMatch(
    /^Novelty: appeared thing_1 Topup, by itself Depth 3 /,
  );
});

test("another partner reads nothing of it, by page, by filter or by file", async () => {
  const stranger = await (await openShop()).owner();
  for (const path of [PAGE, `${PAGE}?object=${planId}`, `${PAGE}?actor=${shop.ownerId}`]) {
    const { text } = await stranger.browser.get(path);
    expect(text).toMatch(/No changes yet|No change is like this/);
  }
  const file = await stranger.browser.get(`${PAGE}.csv`);
  expect(file.html.trim().split("\r\n")).toHaveLength(1);
});

test("the file has the same rows, and obeys the same filter", async () => {
  const file = await owner.browser.get(`${PAGE}.csv?group=partner`);
  expect(file.headers.get("content-type")).toContain("text/csv");
  const [head, ...lines] = file.html.trim().split("\r\n");
  expect(head).toContain("Who,Action,What,About,Changes");
  expect(lines).toHaveLength(1);
  expect(lines[0]).toContain("Olivia,partner.refund_policy_changed,Changed the refund policy,");
  expect(lines[0]).toContain("Refund policy: manual → full");
});

/** A partner whose log has one rare row and many others. */
async function longLog() {
  const long = await openShop();
  const reader = await long.owner();
  await env.DB.batch(
    Array.from({ length: 120 }, (_, index) =>
      env.DB.prepare(
        `INSERT INTO audit_log (id, partner_id, actor_type, actor_id, action, object_id, at)
         VALUES (?, ?, 'member', ?, ?, 'thing', ?)`,
      ).bind(
        newId("audit"),
        long.partnerId,
        long.ownerId,
        index === 0 ? "refund.decided" : "plan.moved",
        Math.floor(index / 3),
      ),
    ),
  );
  return { long, reader };
}

test("a long log comes in pages, each row once, also where many were written in the same moment", async () => {
  const { reader } = await longLog();
  let seen = 0;
  for (let path: string | undefined = PAGE; path; ) {
    const page = await reader.browser.get(path);
    seen += planRows(page).filter((row) => /^(Moved|Decided)/.test(row)).length;
    path = linksNamed(page, "Older")[0]?.replaceAll("&amp;", "&");
  }
  expect(seen).toBe(120);
});

test("what was done to one thing is narrowed further without reading on: a page may be empty while older ones are not", async () => {
  const { reader } = await longLog();
  const first = await reader.browser.get(`${PAGE}?object=thing&group=refund`);
  expect(first.text).toContain("None of these 50 changes is like this");
  const found: string[] = [];
  let path = linksNamed(first, "Older")[0];
  expect(path).toBeDefined();
  while (path) {
    const page = await reader.browser.get(path.replaceAll("&amp;", "&"));
    found.push(...planRows(page).filter((row) => /^(Moved|Decided)/.test(row)));
    path = linksNamed(page, "Older")[0];
  }
  expect(found).toEqual([expect.stringMatching(/^Decided/)]);
  const file = await reader.browser.get(`${PAGE}.csv?object=thing&group=refund`);
  expect(file.html.trim().split("\r\n")).toHaveLength(2);
});

test("a page reads no more than it shows, and the rarest row is found without passing the others", async () => {
  const { long } = await longLog();
  const read = (question: object) => countedAudit(long, { ...EVERYTHING, ...question });
  expect((await read({})).rowsRead).toBe(11);
  expect(await read({ group: "refund" })).toMatchObject({ found: 1 });
  expect((await read({ group: "refund" })).rowsRead).toBe(1);
  expect((await read({ actorId: "member_nobody" })).rowsRead).toBe(0);
});

/** Asks for eleven rows, and says how many D1 read for them. */
async function countedAudit({ partnerId }: Shop, question: AuditQuestion) {
  let rowsRead = 0;
  const counting = observed(env.DB, (name) => (name === "prepare" ? prepare : undefined));
  const { entries } = await readAuditPage(openDatabase(counting), partnerId, question, 10);
  return { found: entries.length, rowsRead };

  function prepare(sql: string) {
    const all = async (values: unknown[]) => {
      const result = await env.DB.prepare(sql)
        .bind(...values)
        .all();
      rowsRead = result.meta.rows_read;
      return result;
    };
    return { bind: (...values: unknown[]) => ({ all: () => all(values) }) };
  }
}
