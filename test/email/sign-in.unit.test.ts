import { expect, test } from "vitest";
import { signInEmail } from "../../app/email/sign-in";
import { textOf } from "./text-of";

const LINK = "https://acme.portal.topup.test/sign-in/link?token=a&next=%2Fcredits";
const EXPLANATION =
  "Both work once and for 10 minutes. If you did not ask for them, ignore this message; nobody was signed in.";

const email = (title = "Acme AI") =>
  signInEmail({ title, brand: { background: "#0f766e", foreground: "#ffffff" }, logo: null }, "482913", LINK);

test("the code is in the subject, so that it can be read on a locked phone", () => {
  expect(email().subject).toBe("482913 is your sign-in code");
});

test("as text: whose code it is, the code, the link, and what to do when nobody asked", () => {
  expect(email().text).toBe(
    `Acme AI\n\nYour sign-in code is 482913\n\nOr open this link:\n${LINK}\n\n${EXPLANATION}\n`,
  );
});

test("as HTML: the same, with a button", () => {
  const { html } = email();

  expect(html).toMatch(/^<!doctype html><html lang="en">/);
  expect(textOf(html)).toBe(
    ["482913 is your sign-in code", "Acme AI", "Your sign-in code", "482913", "Sign in", EXPLANATION].join(
      "\n",
    ),
  );
  expect(html).toContain(`href="${LINK.replace("&", "&amp;")}"`);
  expect(html).toContain("background:#0f766e");
});

test("a portal's title is text, whatever it looks like", () => {
  const title = `</title><script>alert('1')</script> & "Söhne"`;
  const { html, text } = email(title);

  expect(html).not.toContain("<script");
  expect(textOf(html)).toContain(title);
  expect(text).toContain(title);
});
