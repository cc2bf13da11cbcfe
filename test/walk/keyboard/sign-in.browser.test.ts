import { expect, test } from "vitest";
import { newMail } from "../town";
import { byKeyboard } from "./by-keyboard";
import type { Keys } from "./keys";

const OLIVIA = "olivia@acme.test";

byKeyboard({ routes: /^routes\/sign-/ }, (walk) => {
  let olivia: Keys;

  test("a wrong address and a wrong code are told, and the right ones lead to where she wanted to go", async () => {
    olivia = await walk.person();
    await olivia.open("/settings/team");
    await olivia.finds("heading", "Sign in");
    await olivia.write("E-mail", "olivia");
    await olivia.press("Send code");
    await olivia.reads("Enter your e-mail address, such as ana@example.com");
    await olivia.write("E-mail", OLIVIA);
    await olivia.press("Send code");
    const { code } = await newMail(walk.town, OLIVIA, "sign-in code");
    await olivia.write("Code", code === "000000" ? "111111" : "000000");
    await olivia.press("Sign in");
    await olivia.reads(/^This code is not right/);
    await olivia.write("Code", code ?? "");
    await olivia.press("Sign in");
    await olivia.finds("heading", "Team");
  });

  test("she signs out", async () => {
    await olivia.press("Sign out");
    await olivia.finds("heading", "Sign in");
    await olivia.open("/home");
    await olivia.finds("heading", "Sign in");
  });

  test("the link in the e-mail signs her in by a button", async () => {
    const before = (await walk.town.mails(OLIVIA, "sign-in code")).length;
    await olivia.open("/sign-in");
    await olivia.write("E-mail", OLIVIA);
    await olivia.press("Send code");
    await olivia.finds("textbox", "Code");
    const { links } = await newMail(walk.town, OLIVIA, "sign-in code", before);
    const link = new URL(links.find((url) => url.includes("/sign-in/link/")) ?? "");
    await olivia.open(link.pathname);
    await olivia.press("Sign in");
    await olivia.finds("heading", "Home");
    expect(new URL(olivia.page.url()).pathname).toBe("/home");
  });
});
