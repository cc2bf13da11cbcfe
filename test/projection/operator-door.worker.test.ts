import { env } from "cloudflare:test";
import type { ActionFunctionArgs } from "@remix-run/cloudflare";
import { expect, test } from "vitest";
import * as z from "zod";
import { createContext } from "../../app/context.server";
import { forOperator } from "../../app/http/handlers.server";
import { everyRow } from "../http/rows";
import { openShop } from "../shop/shop";
import { operator } from "./operator";

const VERBS = ["rebuild", "restore-wallet", "set-tier", "verify"] as const;

interface Refused {
  error: { code: string; title: string; message: string };
}

test("without the operator's token nothing is done, whatever else is sent", async () => {
  const shop = await openShop();
  await shop.customer();
  const before = await everyRow();
  const token = env.OPERATOR_TOKEN;
  const wrong = [
    "",
    "Bearer",
    "Bearer ",
    token,
    `Bearer ${token}x`,
    `Bearer ${token.slice(1)}`,
    `bearer  ${token}`,
  ];
  for (const verb of VERBS) {
    for (const authorization of wrong) {
      const { status, body } = await operator<Refused>(verb, {}, authorization);
      expect(status, `${verb} for ${authorization}`).toBe(401);
      expect(body.error).toMatchObject({
        code: "unauthorized",
        message: expect.stringContaining("Nothing was changed"),
      });
      expect(JSON.stringify(body)).not.toContain(token);
    }
  }
  expect(await everyRow()).toEqual(before);
});

test("a body that says something else is refused with the field that is wrong", async () => {
  const wrong: [(typeof VERBS)[number], object, string][] = [
    ["rebuild", { partner: "partner_1" }, "partner"],
    ["rebuild", { partnerId: 5 }, "partnerId"],
    ["verify", { after: null }, "after"],
    ["verify", [], "expected object"],
    ["set-tier", { partnerId: "partner_1", tier: "gold" }, "tier"],
    ["restore-wallet", {}, "customerId"],
    ["restore-wallet", { partnerId: "", customerId: "customer_1" }, "partnerId"],
  ];
  for (const [verb, sent, named] of wrong) {
    const { status, body } = await operator<Refused>(verb, sent);
    expect(status, verb).toBe(422);
    expect(body.error.message).toContain("Nothing was changed");
    expect(body.error.message).toContain(named);
  }
});

test("it is asked by POST, at exactly its address", async () => {
  const headers = { authorization: `Bearer ${env.OPERATOR_TOKEN}` };
  const at = (path: string, method: string) =>
    env.APP.fetch(`http://localhost:8787/operator/${path}`, { method, headers });
  for (const verb of VERBS) {
    expect((await at(verb, "GET")).status).toBe(405);
    expect((await at(`${verb}.data`, "GET")).status).toBe(404);
    expect((await at(`${verb}.data`, "POST")).status).toBe(403);
    expect((await at(`${verb}/`, "POST")).status).toBe(403);
  }
});

test("where no token is set there is no such address, and the token of nothing opens nothing", async () => {
  const closed = forOperator(z.object({}), async () => ({ opened: true }));
  const context = createContext({ ...env, OPERATOR_TOKEN: "" }, () => {});
  for (const authorization of ["", "Bearer", "Bearer ", "Bearer undefined"]) {
    const request = new Request("http://localhost:8787/operator/rebuild", {
      method: "POST",
      headers: { authorization },
      body: "{}",
    });
    const args = { request, params: {}, context: { context, visit: null } } as unknown as ActionFunctionArgs;
    const answer = await closed(args);
    expect([answer.status, await answer.text()]).toEqual([404, "Not found"]);
  }
});
