import { expect, test } from "vitest";
import { readCustomerDetails } from "../app/customers/customer-details";
import { readEmail } from "../app/email-address";
import { readSenderForm } from "../app/email-domains/domain-form";
import { readInvitation } from "../app/partners/member-form";
import { type PortalFormValues, readPortalForm } from "../app/portals/portal-form";

test.each([
  ["  Ana@Customer.TEST ", "ana@customer.test"],
  ["ana.o'brien+topup@mail.customer.test", "ana.o'brien+topup@mail.customer.test"],
  ["ana@MÜLLER.example", "ana@xn--mller-kva.example"],
  ["ana@mu\u0308ller.example", "ana@xn--mller-kva.example"],
])("%s is %s, however it is typed", (typed, address) => {
  expect(readEmail(typed)).toBe(address);
});

test.each([
  "",
  "ana",
  "ana@",
  "@customer.test",
  "ana@customer",
  "ana@@customer.test",
  "ana@customer.test@evil.test",
  "a b@customer.test",
  "ana@customer.test\r\nBcc: eve@evil.test",
  '"><img>@customer.test',
  "ana@customer.test?bcc=eve",
  "ana@müller.example:25",
  "ana@müller.example/x",
  "ana@１２７.０.０.１",
  `${"a".repeat(250)}@customer.test`,
])("%j is no address", (typed) => {
  expect(readEmail(typed)).toBeNull();
});

test("a hundred thousand letters are turned down at once", () => {
  const before = performance.now();
  expect(readEmail(`ana@${"ü".repeat(100_000)}!`)).toBeNull();
  expect(performance.now() - before).toBeLessThan(1_000);
});

/** Whether each form that asks for an address takes this one. */
function takenBy(email: string): Record<string, boolean> {
  const sender = new FormData();
  sender.set("fromEmail", email);
  sender.set("fromName", "Acme");
  const details = { name: "", email, company: "", externalId: "" };
  const portal = {
    title: "Acme",
    theme: "auto",
    creditWord: "credits",
    locale: "en-US",
    planOrder: "dearest_first",
  };
  const untyped = { slogan: "", brandColor: "", termsUrl: "", privacyUrl: "" };
  const values: PortalFormValues = {
    enabled: true,
    signupsAllowed: false,
    ...portal,
    ...untyped,
    supportEmail: email,
  };
  return {
    customer: "draft" in readCustomerDetails(details),
    colleague: "invitation" in readInvitation({ email, name: "", role: "member" }),
    sender: readSenderForm(sender, []).isValid,
    support: "settings" in readPortalForm(values),
  };
}

test.each(["Hello@Acme.example", "o'brien@acme.example", "hello@müller.example"])(
  "every form takes %s",
  (email) => {
    expect(takenBy(email)).toEqual({ customer: true, colleague: true, sender: true, support: true });
  },
);

test.each(["hello", "hello@acme", "a b@acme.example", "hello@acme.example?x"])(
  "no form takes %s",
  (email) => {
    expect(takenBy(email)).toEqual({ customer: false, colleague: false, sender: false, support: false });
  },
);
