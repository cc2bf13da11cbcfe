import { expect, test } from "vitest";
import { newMail } from "../town";
import { byKeyboard } from "./by-keyboard";
import type { Keys } from "./keys";

const OLIVIA = "olivia@acme.test";
const BEN = "ben@customer.test";

byKeyboard({ routes: /^routes\/dashboard\/emails\// }, (walk) => {
  let olivia: Keys;

  test("each kind of message that is not always sent is switched, and switched back", async () => {
    olivia = await walk.signedIn(OLIVIA);
    await olivia.open("/settings/emails");
    const kinds = await olivia.page.getByRole("switch").evaluateAll((all) => all.map((one) => one.ariaLabel));
    expect(kinds).not.toEqual([]);
    for (const kind of kinds) {
      const stood = await olivia.page.getByRole("switch", { name: kind ?? "", checked: true }).isVisible();
      for (const on of [!stood, stood]) {
        await olivia.press(kind ?? "");
        await olivia.stands(kind ?? "", { on });
      }
      await olivia.isTold(`${kind?.replace("Send: ", "")}: saved`);
    }
  });

  test("a message is looked at, and sent to oneself", async () => {
    const before = (await walk.town.mails(OLIVIA, "")).length;
    await olivia.press("Receipt");
    await olivia.finds("heading", "As plain text");
    await olivia.press(`Send a test to ${OLIVIA}`);
    await olivia.isTold("Test e-mail sent");
    await newMail(walk.town, OLIVIA, "", before);
  });

  test("a message that was sent is sent again", async () => {
    await olivia.open("/customers");
    await olivia.press("Invite again: Ben Adeyemi");
    await olivia.isTold("Ben Adeyemi was invited");
    await newMail(walk.town, BEN, "");
    await olivia.open("/settings/emails");
    await olivia.press("Sent");
    await olivia.press(new RegExp(`^Send again: Invitation to ${BEN}, `));
    await olivia.isTold("It is being sent again");
    await newMail(walk.town, BEN, "", 1);
  });

  test("messages come from the partner's own domain once its records are set, and from ours after it is removed", async () => {
    const before = (await walk.town.mails(OLIVIA, "")).length;
    await olivia.open("/settings/email-domain");
    await olivia.write("From address", "hello@gmail.com");
    await olivia.write("From name", "Acme Support");
    await olivia.press("Save sender");
    await olivia.reads("Use an address at your own domain");
    await olivia.write("From address", "hello@acme.example");
    await olivia.press("Save sender");
    await olivia.isTold("Sender saved");
    await olivia.press("Check again");
    await olivia.isTold("Checked just now");
    await setsRecords();
    await olivia.press("Check again");
    await olivia.reads("Verified");
    await olivia.press("Send Test Email");
    await olivia.isTold("Test e-mail sent");
    await newMail(walk.town, OLIVIA, "", before);
    await olivia.press("Remove domain");
    await olivia.isTold("Domain removed");
  });

  /** Does at the registrar what stands on the page: each row says a type, a name and a value. */
  async function setsRecords(): Promise<void> {
    const rows = await olivia.page
      .getByRole("row")
      .filter({ hasText: /\((TXT|MX)\)/ })
      .all();
    for (const row of rows) {
      const type = /\((TXT|MX)\)/.exec((await row.textContent()) ?? "")?.[1] ?? "";
      const [name = "", value = ""] = await row.locator("code").allTextContents();
      await walk.town.dns({ type, name, value: type === "MX" ? `10 ${value}` : value });
    }
  }
});
