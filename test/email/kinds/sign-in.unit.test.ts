import { expect, test } from "vitest";
import { signInWords } from "../../../app/email/kinds/sign-in";
import { writeEmail } from "../../../app/email/write-email";
import { EVERY_LANGUAGE } from "../../../app/i18n/language";
import { sampleLetter, samplePlatformLetter } from "../letters";
import { textOf } from "../text-of";

const SECRETS = { code: "482913", token: "a-b_c" };
const LINK = "https://acme.portal.topup.test/sign-in/link/a-b_c";
const EXPLANATION =
  "The code and the link work once, for 10 minutes. If you did not ask for them, ignore this message; nobody was signed in.";

const CONTACT = "Acme AI · help@acme.test";

function email(portal: Parameters<typeof sampleLetter>[0] = {}) {
  const letter = sampleLetter(portal);
  return writeEmail(letter, signInWords(letter, SECRETS));
}

test("the code is in the subject, so that it can be read on a locked phone", () => {
  expect(email().subject).toBe("482913 is your sign-in code");
});

test("as text: whose code it is, the code, the link, and what to do when nobody asked", () => {
  expect(email().text).toBe(
    `Acme AI\n\nYour sign-in code\n\n482913\n\nSign in: ${LINK}\n\n${EXPLANATION}\n\n${CONTACT}\n`,
  );
});

test("as HTML: the same, with a button in the portal's colour", () => {
  const { html } = email({ brandColor: "#0f766e" });

  expect(html).toMatch(/^<!doctype html><html lang="en">/);
  expect(textOf(html)).toBe(
    [
      EXPLANATION,
      "Acme AI",
      "Your sign-in code",
      "482913",
      "Sign in",
      EXPLANATION,
      "Acme AI · ",
      "help@acme.test",
    ].join("\n"),
  );
  expect(html).toContain(`href="${LINK}"`);
  expect(html).toContain("background:#0f766e");
});

test.each(EVERY_LANGUAGE)("in %s the subject begins with the code, and a link stands beside it", (locale) => {
  const { subject, text } = email({ locale });
  expect(subject).toMatch(/^482913 \p{L}/u);
  expect(text).toContain(LINK);
});

test("a member's code comes in the platform's name, with a link to the dashboard", () => {
  const letter = samplePlatformLetter();
  const { text } = writeEmail(letter, signInWords(letter, SECRETS));
  expect(text).toMatch(/^Topup\n/);
  expect(text).toContain("https://app.topup.test/sign-in/link/a-b_c");
});

test("a portal's title is text, whatever it looks like", () => {
  const title = `</title><script>alert('1')</script> & "Söhne"`;
  const { html, text } = email({ title });

  expect(html).not.toContain("<script");
  expect(textOf(html)).toContain(title);
  expect(text).toContain(title);
});
