import { expect, test } from "vitest";
import { AUDIT_GROUPS, hasSentence, sentenceOf } from "../../app/audit/actions";
import { portalDomains } from "../../db/schema";

// Stripe's events are written like actions and are none; the log's own words prove nothing.
const sources = {
  ...import.meta.glob<string>(["../../{app,db}/**/*.{ts,tsx}", "!../../app/{audit,stripe,ui}/**"], {
    query: "?raw",
    import: "default",
    eager: true,
  }),
  ...import.meta.glob<string>("../../app/stripe/replay-event.server.ts", {
    query: "?raw",
    import: "default",
    eager: true,
  }),
};

const NO_ACTIONS = ["customers.csv", "history.csv", "customers.email", "customers.external_id", "schema.ts"];

/** Actions whose end is put together. */
const TEMPLATES: Record<string, string[]> = {
  "domain.${standing.status}": portalDomains.status.enumValues.map((status) => `domain.${status}`),
  "portal.${kind}_replaced": ["portal.logo_replaced", "portal.favicon_replaced"],
  "portal.${kind}_removed": ["portal.logo_removed", "portal.favicon_removed"],
};

const actions = new Set<string>();
for (const source of Object.values(sources)) {
  for (const [, quoted = ""] of source.matchAll(/["'`]([a-z][a-z_]*\.(?:\$\{[\w.]+\})?[a-z_]*)["'`]/g)) {
    if (NO_ACTIONS.includes(quoted)) continue;
    for (const action of TEMPLATES[quoted] ?? [quoted]) actions.add(action);
  }
}

test("the sources are read", () => {
  for (const action of [
    "plan.created",
    "customer.invited",
    "domain.moved",
    "member.removed",
    "webhook.replayed",
  ])
    expect(actions).toContain(action);
});

test("every action that is written anywhere has a sentence in the audit log", () => {
  expect([...actions].filter((action) => !hasSentence(action))).toEqual([]);
});

test("every action can be found by its group", () => {
  const groups = AUDIT_GROUPS.map(({ value }) => value);
  expect([...actions].filter((action) => !groups.includes(action.split(".")[0] ?? ""))).toEqual([]);
});

test("no sentence is said of two actions", () => {
  const sentences = [...actions].map(sentenceOf);
  expect(sentences).toHaveLength(new Set(sentences).size);
});
