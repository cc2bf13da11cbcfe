import { expect, test, vi } from "vitest";
import { shopper } from "../shopper";
import { newMail } from "../town";
import { byKeyboard } from "./by-keyboard";
import type { Keys } from "./keys";

const CORA = "cora@customer.test";

byKeyboard({ routes: /^routes\/dashboard\/customers\// }, (walk) => {
  let olivia: Keys;
  /** The address of Cora's pages. */
  let coras = "";

  test("a customer is added, invited, found and invited again", async () => {
    olivia = await walk.signedIn("olivia@acme.test");
    await olivia.open("/customers");
    await olivia.press("Add customer");
    await olivia.write(/^Name/, "Cora Weiss");
    await olivia.press("Add customer");
    await olivia.isTold("Enter an e-mail address");
    await olivia.write("E-mail", CORA);
    await olivia.press("Add customer");
    await olivia.isTold("Cora Weiss was added");
    await olivia.press("Invite: Cora Weiss");
    await olivia.isTold("Cora Weiss was invited");

    await olivia.write("Name, e-mail or company", "cora");
    await olivia.choose("Portal access", "Invited");
    await olivia.press("Search");
    await olivia.misses("row", /Ana Silva/);
    await olivia.press("Cora Weiss");
    await olivia.reads("Portal access: Invited");
    coras = new URL(olivia.page.url()).pathname;
    await olivia.press("Invite again");
    await olivia.isTold("Customer invited");
    await newMail(walk.town, CORA, "", 1);
  });

  test("customers are imported from a file of which a row is wrong, and from pasted rows", async () => {
    await olivia.open("/customers");
    await olivia.press("Import");
    await olivia.giveFile("File", csv("name,email\nDora Duval,dora@customer.test\nNobody,not an address\n"));
    await olivia.press("Import");
    await olivia.isTold("Nothing was imported");
    await olivia.press("Import the 1 good row");
    await olivia.isTold("1 customer was imported");

    await olivia.press("Import");
    await olivia.write(
      /^Or paste the rows/,
      "email,name\neda@customer.test,Eda Ek\nfia@customer.test,Fia Falk",
    );
    await olivia.tick("Invite to the portal now");
    await olivia.press("Import");
    await olivia.isTold("2 customers were imported");
    await olivia.finds("row", /Eda Ek .*Invited/);
  });

  test("who has no access is let in, blocked, and let in again", async () => {
    await olivia.press("Dora Duval");
    await olivia.press("Features & Add-ons");
    await olivia.press("Enable Customer Portal");
    await olivia.isTold("Customer invited");
    await olivia.press("Block customer");
    await olivia.isTold("Customer blocked");
    await olivia.press("Unblock customer");
    await olivia.isTold("Customer unblocked");
  });

  test("a customer's features, plans and purchases are changed", async () => {
    await olivia.open(`${coras}/features`);
    await olivia.write(/^Credit price per minute/, "a lot");
    await olivia.press("Save changes");
    await olivia.isTold("Check the highlighted fields");
    await olivia.write(/^Credit price per minute/, "1.5");
    await olivia.write("Grace period", "2");
    await olivia.choose("Unit of the grace period", "Minutes");
    await olivia.write(/^Low credit threshold/, "100");
    await olivia.untick("Low credit alerts");
    await olivia.press("Save changes");
    await olivia.isTold("Features saved");

    await olivia.press("Shown to this customer: Pro Bundle");
    await olivia.isTold("The plan is hidden from this customer");
    await olivia.press("Shown to this customer: Pro Bundle");
    await olivia.isTold("The plan is shown to this customer");

    await olivia.write("Reason", "Owes us for the spring");
    await olivia.press("Block purchases");
    await olivia.reads("Owes us for the spring");
    await olivia.within("region", "Purchases are blocked").press("Allow purchases");
    await olivia.isTold("Purchases allowed");
  });

  test("a customer's name is changed", async () => {
    await olivia.press("Edit");
    await olivia.write(/^Company/, "Weiss & Daughters");
    await olivia.press("Save changes");
    await olivia.reads("Weiss & Daughters");
  });

  test("L110 credits are added, a large amount only after it was typed again, and deducted", async () => {
    await olivia.write("Amount", "20000");
    await olivia.write("Note", "A present for the jubilee.");
    if (walk.hasScripts) await olivia.reads("Deducted: not possible, the balance is 0");
    await olivia.press("Add Credits");
    await olivia.finds("heading", "Add 20,000 credits?");
    await olivia.press("Change");
    await olivia.finds("textbox", "Note");
    await olivia.press("Add Credits");
    await olivia.finds("textbox", "Type the amount again");
    await olivia.write("Type the amount again", "2000");
    await olivia.press("Add Credits");
    await olivia.reads("This is not the same amount");
    await olivia.write("Type the amount again", "20000");
    await olivia.press("Add Credits");
    await olivia.isTold("Credits added");

    await olivia.write("Amount", "19999.5");
    await olivia.write("Note", "It was half a credit.");
    await olivia.press("Deduct Credits");
    await olivia.finds("textbox", "Type the amount again");
    await olivia.write("Type the amount again", "19999.5");
    await olivia.press("Deduct Credits");
    await olivia.isTold("Credits deducted");
  });

  /** Scripts show the balance before and after as it is typed; without them it has a page of its own. */
  async function adjusts(button: "Add Credits" | "Deduct Credits", amount: string, note: string) {
    await olivia.write("Amount", amount);
    await olivia.write("Note", note);
    await olivia.press(button);
    if (!walk.hasScripts) {
      await olivia.finds("heading", /credits\?$/);
      await olivia.press(button);
    }
    await olivia.isTold(button === "Add Credits" ? "Credits added" : "Credits deducted");
    await olivia.finds("row", new RegExp(note));
  }

  test("L110 a small amount is one click with scripts, and has a page to look at without", async () => {
    await adjusts("Add Credits", "12.25", "For the summer");
    await adjusts("Deduct Credits", "12.25", "No summer came");
    const download = olivia.page.waitForEvent("download");
    await olivia.press("Download CSV");
    expect((await download).suggestedFilename()).toMatch(/\.csv$/);
  });

  test("refunds are decided about: deducted, deducted as far as it goes, and kept", async () => {
    const cora = await shopper(walk.town, CORA);
    for (const plan of ["Enterprise Package", "Pro Bundle", "Starter Pack"])
      await cora.isRefunded(await cora.buys(plan));
    await vi.waitFor(async () => {
      await olivia.open(`${coras}/billing`);
      expect(await olivia.page.getByText(/to decide about$/).count()).toBe(3);
    }, 15_000);
    await decides("Enterprise Package", "Deduct 10,000 credits");
    await olivia.open(coras);
    await adjusts("Deduct Credits", "5500", "Taken back in part");
    await decides("Starter Pack", /^Deduct only what is left/);
    await decides("Pro Bundle", "Keep credits");
  });

  async function decides(plan: string, button: string | RegExp) {
    await olivia.open(`${coras}/billing`);
    await olivia.within("row", new RegExp(plan)).press(/to decide about$/);
    await olivia.press(button);
    await olivia.isTold("Decided");
  }

  test("L149 a preview opens beside the dashboard, only looks, and closes", async () => {
    await olivia.open(coras);
    const preview = await olivia.pressAndFollow("Preview portal");
    await preview.press("Open preview");
    await preview.reads("Preview as Cora Weiss");
    await preview.press("Purchase Starter Pack");
    await preview.finds("heading", "This is a preview");
    await preview.press("Close");
    await preview.finds("heading", "The preview is closed");
    expect(new URL(olivia.page.url()).pathname).toBe(coras);

    await olivia.open(`${coras}/preview`);
    await olivia.press("Preview portal");
    await olivia.finds("button", "Open preview");
  });
});

const csv = (text: string) => ({ name: "customers.csv", mimeType: "text/csv", buffer: Buffer.from(text) });
