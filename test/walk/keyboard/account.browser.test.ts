import { expect, test } from "vitest";
import { newMail } from "../town";
import { byKeyboard } from "./by-keyboard";
import type { Keys } from "./keys";

const FAYE = "faye@freebird.test";

/** The way in and out, and the pages that are about somebody themselves and what they pay us. */
byKeyboard({ routes: /^routes\/(sign-|dashboard\/[a-z-]+$)/ }, (walk) => {
  let faye: Keys;

  test("a wrong address and a wrong code are told, and the right ones lead to where she wanted to go", async () => {
    faye = await walk.person();
    await faye.open("/settings/plan-tier");
    await faye.finds("heading", "Sign in");
    await faye.write("E-mail", "faye");
    await faye.press("Send code");
    await faye.reads("Enter your e-mail address, such as ana@example.com");
    await faye.write("E-mail", FAYE);
    await faye.press("Send code");
    await faye.finds("textbox", "Code");
    const { code } = await newMail(walk.town, FAYE, "sign-in code");
    await faye.write("Code", code === "000000" ? "111111" : "000000");
    await faye.press("Sign in");
    await faye.reads(/^This code is not right/);
    await faye.write("Code", code ?? "");
    await faye.press("Sign in");
    await faye.finds("heading", "Plan tier");
  });

  test("she tries each tier, and goes back to her own", async () => {
    for (const tier of ["Starter", "Pro", "Enterprise", "Free Forever"]) {
      await faye.press(`Choose ${tier}`);
      await faye.isTold(`You are on ${tier} now`);
    }
  });

  test("she finds a setting by a word, and what is next from her home page", async () => {
    await faye.open("/settings");
    await faye.write("Find a setting", "refund");
    await faye.press("Search");
    await faye.misses("link", "Plan tier");
    await faye.press("Refund policy");
    await faye.finds("heading", "Refund policy");
    await faye.press("Home");
    await faye.finds("heading", "Get ready to sell");
    await faye.press(/^(Upgrade plan|Change tier)/);
    await faye.finds("heading", "Plan tier");
  });

  test("whoever works for two partners opens one, and goes over to the other", async () => {
    const noa = await walk.signedIn("noa@freelance.test");
    await noa.finds("heading", "Choose a workspace");
    await noa.press("Open Borealis Voice");
    await noa.finds("heading", "Home");
    await noa.reads("Borealis Voice");
    await noa.press("Switch workspace");
    await noa.press("Switch to Acme Agents");
    await noa.misses("button", "Switch to Acme Agents");
    await noa.reads("Acme Agents");
    await noa.press("Switch workspace");
    await noa.finds("button", "Switch to Borealis Voice");
  });

  test("the link in the e-mail signs her in by a button, on another device", async () => {
    const before = (await walk.town.mails(FAYE, "sign-in code")).length;
    const elsewhere = await walk.person();
    await elsewhere.open("/sign-in");
    await elsewhere.write("E-mail", FAYE);
    await elsewhere.press("Send code");
    await elsewhere.finds("textbox", "Code");
    const { links } = await newMail(walk.town, FAYE, "sign-in code", before);
    const link = new URL(links.find((url) => url.includes("/sign-in/link/")) ?? "");
    await elsewhere.open(link.pathname);
    await elsewhere.press("Sign in");
    await elsewhere.finds("heading", "Home");
  });

  test("she signs the other device out from her account, then signs out herself", async () => {
    await faye.open("/settings/account");
    const places = faye.page.getByRole("listitem").filter({ hasText: "Last seen" });
    expect(await places.count()).toBe(2);
    await faye.press(/^Sign out: /);
    await faye.isTold("You are signed out there.");
    expect(await places.allTextContents()).toEqual([expect.stringContaining("This device")]);
    await faye.press("Sign out");
    await faye.finds("heading", "Sign in");
  });

  test("she signs out everywhere", async () => {
    const again = await walk.signedIn(FAYE);
    await again.open("/settings/account");
    await again.press("Sign out everywhere");
    await again.finds("heading", "Sign in");
    await again.open("/home");
    await again.finds("heading", "Sign in");
  });
});
