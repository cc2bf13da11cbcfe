import { expect, test } from "vitest";
import { passesFor } from "../../app/portals/look-alike";
import { readSubdomain } from "../../app/portals/subdomain";

test.each([
  ["acme", "acme"],
  [" Acme-Voice ", "acme-voice"],
  ["24-7-calls", "24-7-calls"],
])("%j is the address %s", (typed, subdomain) => {
  expect(readSubdomain(typed, "Topup")).toEqual({ subdomain });
});

test.each([
  ["", "Address is required"],
  ["ab", "Address must have 3 to 40 characters"],
  ["a".repeat(41), "Address must have 3 to 40 characters"],
  ...[
    "-acme",
    "acme-",
    "acme--voice",
    "xn--caf-dma",
    "acme.voice",
    "acme_voice",
    "acmé",
    "acme/",
    "a cme",
  ].map((typed) => [
    typed,
    "Address can have letters, digits and single hyphens between them, such as acme-voice",
  ]),
  ...["www", "APP", "api", "admin", "mail", "portal", "support", "stripe", "status", "autodiscover"].map(
    (typed) => [typed, "This address is reserved. Please choose another one"],
  ),
  ...["topup", "top-up", "t0pup", "topup-support", "my-topup"].map((typed) => [
    typed,
    "This address could be taken for ours. Please choose your own name",
  ]),
])("%j is no address: %s", (typed, error) => {
  expect(readSubdomain(typed ?? "", "Topup")).toEqual({ error });
});

test("what looks alike at a glance is found whatever it is written with", () => {
  expect(passesFor("brn", "bm")).toBe(true);
  expect(passesFor("vvave", "wave")).toBe(true);
  expect(passesFor("Töpüp", "topup")).toBe(true);
  expect(passesFor("acme", "topup")).toBe(false);
});
