import { test } from "vitest";
import { png } from "../../portals/sample-images";
import { byKeyboard } from "./by-keyboard";
import type { Keys } from "./keys";

const HOST = "credits.newcomer.test";

byKeyboard({ routes: /^routes\/dashboard\/portal\// }, (walk) => {
  let nora: Keys;

  test("a portal is opened", async () => {
    nora = await walk.signedIn(await walk.town.newPartner("Nordwind"));
    await nora.open("/settings/portal");
    await nora.write("Title", "");
    await nora.press("Open portal");
    await nora.isTold("Check the highlighted fields");
    await nora.write("Address", "nordwind");
    await nora.write("Title", "Nordwind Credits");
    await nora.press("Open portal");
    await nora.isTold("Your portal is open");
  });

  test("it is given a colour, first one that is hard to see, then the shade that is offered", async () => {
    await nora.write("Colour", "#facc15");
    await nora.press("Update preview");
    await nora.finds("button", /^Use #/);
    await nora.press(/^Use #/);
    await nora.misses("button", /^Use #/);
    await nora.press("Save changes");
    await nora.isTold("Portal saved");
  });

  test("it is given words, an address for questions and terms, and anybody may sign up", async () => {
    await nora.tick("Anybody may sign up");
    await nora.choose("Theme", "Always dark");
    await nora.write(/^Slogan/, "Talk more");
    await nora.choose("Language", "Deutsch");
    await nora.write(/^Support e-mail/, "help@nordwind.test");
    await nora.write(/^Terms/, "https://nordwind.test/terms");
    await nora.press("Save changes");
    await nora.isTold("Portal saved");
    await nora.within("region", "Preview").reads("Talk more", "help@nordwind.test", "Terms");
  });

  test("it is given a logo and a favicon, another logo, and both are taken out again", async () => {
    for (const [label, button] of [
      ["Logo", "Upload logo"],
      ["Another logo", "Upload logo"],
      ["Favicon", "Upload favicon"],
    ] as const) {
      await nora.giveFile(label, picture);
      await nora.press(button);
      await nora.isTold("Picture uploaded");
    }
    for (const kind of ["logo", "favicon"]) {
      await nora.press(`Remove ${kind}`);
      await nora.isTold("Picture removed");
    }
  });

  test("a picture that is not taken is told, and the way back leads to the pictures", async () => {
    await nora.giveFile("Logo", { ...picture, buffer: Buffer.from("no picture") });
    await nora.press("Upload logo");
    await nora.finds("heading", "The picture was not taken");
    await nora.press("Choose another file");
    await nora.finds("button", "Upload logo");
  });

  test("a domain of the partner's own is claimed, checked until it is active, and removed", async () => {
    await nora.open("/settings/custom-domain");
    await nora.write("Domain", HOST);
    await nora.press("Add domain");
    await nora.isTold("Set the two records below next");
    await nora.press("Check again");
    await nora.reads("Missing");
    const [, cname = "", claim = "", token = ""] = await nora.page.locator("main dd code").allTextContents();
    await walk.town.dns({ type: "CNAME", name: HOST, value: cname });
    await walk.town.dns({ type: "TXT", name: claim, value: token });
    for (const status of ["Verifying", "Issuing certificate", "Active"]) {
      await nora.press("Check again");
      await nora.reads(status);
    }
    await nora.press("Remove domain");
    await nora.reads(`Type ${HOST} to confirm`);
    await nora.write(`Type ${HOST} to confirm`, HOST);
    await nora.press("Remove domain");
    await nora.isTold("Domain removed");
  });
});

const picture = { name: "picture.png", mimeType: "image/png", buffer: Buffer.from(png(64, 64)) };
