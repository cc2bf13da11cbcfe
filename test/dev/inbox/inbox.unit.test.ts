import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { openInbox } from "./open-inbox";

let inbox: Awaited<ReturnType<typeof openInbox>>;
beforeAll(async () => {
  inbox = await openInbox();
});
beforeEach(async () => {
  await inbox.clear();
  await inbox.plan({ fail_next: 0 });
});
afterAll(() => inbox.stop());

test("a message that Topup sends can be read, newest first, with its code and links", async () => {
  await inbox.send({ subject: "Older" });
  const { status, body } = await inbox.send({
    html: '<a href="http://acme.localhost/in?a=1&amp;b=2">Sign in</a>',
  });

  const [newest, older] = await inbox.list();

  expect(status).toBe(200);
  expect(newest).toMatchObject({
    id: body.id,
    to: ["ana@example.test"],
    code: "482913",
    links: ["http://acme.localhost/in?a=1&b=2"],
  });
  expect(older?.subject).toBe("Older");
});

test("the list can be narrowed to a mailbox, however it is written, and to words of the subject", async () => {
  await inbox.send({ to: ["Ana Lee <Ana@Example.test>", "bo@example.test"] });
  await inbox.send({ to: "ana@example.test.evil.test", subject: "Receipt" });

  expect(await inbox.list("?to=ana@example.test")).toHaveLength(1);
  expect(await inbox.list("?subject=receipt")).toHaveLength(1);
  expect(await inbox.list("?to=ana@example.test&subject=receipt")).toEqual([]);
});

test("a message sent again with the same key is the same message", async () => {
  const first = await inbox.send({}, { "idempotency-key": "receipt:1" });
  const again = await inbox.send({}, { "idempotency-key": "receipt:1" });

  expect(again).toEqual(first);
  expect(await inbox.list()).toHaveLength(1);
});

test("a key that comes back with another message is refused", async () => {
  await inbox.send({}, { "idempotency-key": "receipt:1" });

  expect(await inbox.send({ text: "Another" }, { "idempotency-key": "receipt:1" })).toEqual({
    status: 409,
    body: {
      statusCode: 409,
      name: "invalid_idempotent_request",
      message: "Same idempotency key used with a different request payload.",
    },
  });
});

test("a planned failure turns messages away, and the retry with the same key arrives once", async () => {
  await inbox.plan({ fail_next: 2, status: 503 });
  const statuses = [];
  for (let attempt = 0; attempt < 4; attempt += 1) {
    statuses.push((await inbox.send({}, { "idempotency-key": "receipt:1" })).status);
  }

  expect(statuses).toEqual([503, 503, 200, 200]);
  expect(await inbox.list()).toHaveLength(1);
});

test("a plan for failures that makes no sense is refused", async () => {
  expect((await inbox.plan({ fail_next: -1 })).status).toBe(422);
  expect((await inbox.plan({ fail_next: 1, status: 200 })).status).toBe(422);
});

test.each([
  { authorization: "", status: 401, name: "missing_api_key" },
  { authorization: "Bearer sk_test_1", status: 403, name: "invalid_api_key" },
])("a sender with the key $authorization gets $status", async ({ authorization, status, name }) => {
  expect(await inbox.send({}, { authorization })).toMatchObject({
    status,
    body: { statusCode: status, name },
  });
});

test.each([
  { subject: "" },
  { text: "" },
  { from: "Acme" },
  { to: ["ana@example.test", "not an address"] },
  { to: Array.from({ length: 51 }, (_, index) => `customer${index}@example.test`) },
  { tags: [{ name: "kind", value: "two words" }] },
])("the provider would turn down %j, so the inbox does", async (differing) => {
  expect(await inbox.send(differing)).toMatchObject({ status: 422 });
  expect(await inbox.list()).toEqual([]);
});

test("a message cannot run anything in the page that shows it", async () => {
  const html = "</iframe><script>alert(1)</script>";
  const { body } = await inbox.send({ subject: "<b>Bold</b>", html });

  const page = await inbox.page(`/messages/${body.id}`);

  expect(page).not.toContain("<script>");
  expect(page).not.toContain("<b>");
  expect(page).toContain('sandbox="allow-top-navigation-by-user-activation allow-popups"');
});

test("the pages show what arrived", async () => {
  const { body } = await inbox.send();

  expect(await inbox.page("/?to=ana@example.test")).toContain("Your code for Acme");
  expect(await inbox.page("/?to=bo@example.test")).toContain("Nothing yet");
  expect(await inbox.page(`/messages/${body.id}`)).toContain('<p class="code">482913</p>');
});

test("the list reloads by itself only when asked", async () => {
  expect(await inbox.page("/")).not.toContain('http-equiv="refresh"');
  expect(await inbox.page("/?refresh=on")).toContain('http-equiv="refresh"');
});
