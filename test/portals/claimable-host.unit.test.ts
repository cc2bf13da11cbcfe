import fc from "fast-check";
import { expect, test } from "vitest";
import { readHost } from "../../app/portals/claimable-host";
import { isApex } from "../../app/portals/public-suffix";
import { lettersOf } from "../../app/portals/punycode";
import { sampleSettings } from "../sample-settings";

/** app.topup.test, portal.topup.test. */
const ours = sampleSettings();
const errorOf = (typed: string) => {
  const read = readHost(typed, ours);
  return "error" in read ? read.error : `accepted as ${read.host}`;
};

test.each([
  ["credits.acme.com", "credits.acme.com"],
  [" Credits.ACME.com. ", "credits.acme.com"],
  ["acme.com", "acme.com"],
  ["acme.co.uk", "acme.co.uk"],
  ["topup.acme.com", "topup.acme.com"],
  ["kredite.müller.de", "kredite.xn--mller-kva.de"],
  ["xn--mller-kva.de", "xn--mller-kva.de"],
  ["пример.рф", "xn--e1afmkfd.xn--p1ai"],
  ["例え.jp", "xn--r8jz45g.jp"],
  ["acme.uk.com", "acme.uk.com"],
  ["acme.eu.org", "acme.eu.org"],
  ["city.kawasaki.jp", "city.kawasaki.jp"],
])("T11 %s can be claimed, as %s", (typed, host) => {
  expect(readHost(typed, ours)).toEqual({ host });
});

const NO_DOMAIN = "This is not a domain. Type one such as credits.example.com";
const ALONE = "Type the domain alone, such as credits.example.com, without https://, port or path";
const OURS = "This domain is ours. Use one that belongs to you";
const SHARED = "This is an ending that many share. Put your own name in front of it";
const HANDED_OUT = "This domain belongs to a hosting provider. Use one whose records you can set";
const DECEPTIVE = "This domain mixes letters that look like others, so customers could be deceived by it";
const LIKE_OURS = "This domain could be taken for ours. Use one of your own";
const NOWHERE = "This domain cannot be reached from the internet";

test.each([
  ["", "Domain is required"],
  ["https://credits.acme.com", ALONE],
  ["credits.acme.com:8443", ALONE],
  ["credits.acme.com/portal", ALONE],
  ["user@acme.com", ALONE],
  ["acme", "Type the whole domain, such as credits.example.com"],
  ["127.0.0.1", NO_DOMAIN],
  ["0x7f.1", NO_DOMAIN],
  ["2130706433", NO_DOMAIN],
  ["[::1]", ALONE],
  ["-acme.com", NO_DOMAIN],
  ["ac_me.com", NO_DOMAIN],
  ["acme..com", NO_DOMAIN],
  [`${"a".repeat(64)}.com`, NO_DOMAIN],
  [`${"a.".repeat(130)}com`, "This domain is too long"],
  ["app.topup.test", OURS],
  ["portal.topup.test", OURS],
  ["acme.portal.topup.test", OURS],
  ["anything.topup.test", OURS],
  ["topup.test", OURS],
  ["printer.local", NOWHERE],
  ["acme.localhost", NOWHERE],
  ["acme.internal", NOWHERE],
  ["com", "Type the whole domain, such as credits.example.com"],
  ["co.uk", SHARED],
  ["com.au", SHARED],
  ["github.io", SHARED],
  ["workers.dev", SHARED],
  ["acme.github.io", HANDED_OUT],
  ["acme.workers.dev", HANDED_OUT],
  ["d1.acme.pages.dev", HANDED_OUT],
  ["acme.wordpress.com", HANDED_OUT],
  ["acme.lovable.app", HANDED_OUT],
  ["acme.s3.eu-west-1.amazonaws.com", HANDED_OUT],
  ["s3.eu-west-1.amazonaws.com", SHARED],
  ["acme.kawasaki.jp", SHARED],
  ["com.br", SHARED],
  ["аcme.com", DECEPTIVE],
  ["xn--cme-5cd.com", DECEPTIVE],
  ["асе.com", DECEPTIVE],
  ["xn--a.com", NO_DOMAIN],
  ["topup.com", LIKE_OURS],
  ["t0pup.io", LIKE_OURS],
  ["credits.top-up.app", LIKE_OURS],
])("T11 %j cannot be claimed: %s", (typed, error) => {
  expect(errorOf(typed)).toBe(error);
});

test("what punycode hides is read as browsers show it", () => {
  expect(lettersOf("xn--mller-kva")).toBe("müller");
  expect(lettersOf("xn--e1afmkfd")).toBe("пример");
  expect(lettersOf("xn--cme-5cd")).toBe("аcme");
  expect(lettersOf("xn--r8jz45g")).toBe("例え");
  expect(lettersOf("acme")).toBe("acme");
  fc.assert(
    fc.property(fc.stringMatching(/^[a-zäöüßéñа-яα-ω]{1,20}$/u), (label) => {
      // The other way is the browser's own.
      fc.pre(URL.canParse(`http://${label}.test`));
      const [coded = ""] = new URL(`http://${label}.test`).hostname.split(".");
      expect(lettersOf(coded)).toBe(label.normalize("NFC"));
    }),
  );
});

test("a whole domain is told from a subdomain", () => {
  for (const whole of ["acme.com", "acme.co.uk", "acme.uk.com", "acme.k12.ca.us"])
    expect(isApex(whole), whole).toBe(true);
  for (const part of ["credits.acme.com", "credits.acme.co.uk", "credits.acme.uk.com"])
    expect(isApex(part), part).toBe(false);
});
