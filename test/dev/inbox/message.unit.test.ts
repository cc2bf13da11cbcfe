import { expect, test } from "vitest";
import { findCode, findLinks } from "../../../dev/inbox/message";

const message = (parts: { subject?: string; html?: string; text?: string }) => ({
  subject: parts.subject ?? "",
  html: parts.html ?? null,
  text: parts.text ?? null,
});

test("the code is found in the subject, the text, or the HTML alone", () => {
  expect(findCode(message({ subject: "482913 is your code" }))).toBe("482913");
  expect(findCode(message({ text: "Your code: 482913." }))).toBe("482913");
  expect(findCode(message({ html: "<p>Code<br><b>482913</b></p>" }))).toBe("482913");
});

test.each([
  { text: "You bought 1,000,000 credits for $100000.00" },
  { text: "Receipt: http://acme.localhost/receipts/482913" },
  { text: "Purchase purchase_482913" },
  { html: '<p style="color:#112233">Hello</p><style>p { color: #445566 }</style>' },
])("no code is seen in %j", (parts) => {
  expect(findCode(message(parts))).toBeNull();
});

test("each link is found once, in HTML and in text, as it would be opened", () => {
  const html =
    '<a class="button" href="http://acme.localhost/in?a=1&amp;b=2">In</a> <a href="mailto:x@acme.test">Mail</a>';
  const text = "Open http://acme.localhost/in?a=1&b=2.\nOr read (http://acme.localhost/help).";

  expect(findLinks({ html, text })).toEqual([
    "http://acme.localhost/in?a=1&b=2",
    "http://acme.localhost/help",
  ]);
});
