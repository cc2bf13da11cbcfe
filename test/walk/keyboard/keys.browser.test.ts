import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { FormLog } from "./form-log";
import { Keys } from "./keys";

/** A page of ours as it must not be. */
const PAGE = `<form method="post" action="/settings/team">
  <label>E-mail <input name="email" style="outline: none"></label>
  <button>Send invitation</button>
  <button name="intent" value="resend" tabindex="-1">Send again</button>
</form>`;

let browser: Browser;
let server: Server;
let forms: FormLog;
let keys: Keys;

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const isPost = request.method === "POST";
    if (isPost) await new Promise((resolve) => setTimeout(resolve, 200));
    response
      .writeHead(isPost ? 422 : 200, { "content-type": "text/html" })
      .end(isPost ? `${PAGE}<p>Refused</p>` : PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  browser = await chromium.launch({
    executablePath: process.env.TOPUP_BROWSER ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu"],
  });
  const context = await browser.newContext({ javaScriptEnabled: false });
  context.setDefaultTimeout(3_000);
  forms = new FormLog();
  forms.listenTo(context);
  const { port } = server.address() as AddressInfo;
  keys = new Keys(await context.newPage(), `http://127.0.0.1:${port}`, forms);
  await keys.open("/settings/team");
});
afterAll(async () => {
  await browser.close();
  server.close();
});

test("a button that Tab does not reach cannot be pressed", async () => {
  await expect(keys.press("Send again")).rejects.toThrow(
    "Tab does not come to the button or link “Send again” on /settings/team",
  );
});

test("a field that does not show the focus cannot be written into", async () => {
  await expect(keys.write("E-mail", "kim@acme.test")).rejects.toThrow(
    "Nothing shows that the focus is on the field “E-mail” on /settings/team",
  );
});

test("what a page does not offer is not found", async () => {
  await expect(keys.isTold("Saved")).rejects.toThrow("Nobody finds the message “Saved” on /settings/team");
});

test("a form that was refused is not done, and one that was not sent is missed", async () => {
  await keys.press("Send invitation");
  await keys.finds("button", "Send invitation");
  expect(forms.leftOut(/^routes\/dashboard\/team\/team$/, [{ form: "routes/sign-in", why: "none" }])).toEqual(
    [
      "routes/dashboard/team/team was not done: it was answered with 422",
      "routes/dashboard/team/team intent=resend stood on /settings/team and was not sent",
      "routes/sign-in needs no exception",
    ],
  );
});

test("whoever has sent a form does not go on before they have looked at the answer", async () => {
  await keys.press("Send invitation");
  await expect(keys.open("/settings/team")).rejects.toThrow(
    "“Send invitation” sent a form and nobody has looked at the answer before /settings/team was opened",
  );
  await expect(keys.within("main", "").press("Send invitation")).rejects.toThrow(
    "nobody has looked at the answer before the button or link “Send invitation” was used",
  );
  await keys.reads("Refused");
  await keys.open("/settings/team");
});

test("a look waits for the answer, though what it looks for stood there before", async () => {
  await keys.press("Send invitation");
  await keys.finds("button", "Send invitation");
  expect(await keys.page.getByText("Refused").count()).toBe(1);
});
