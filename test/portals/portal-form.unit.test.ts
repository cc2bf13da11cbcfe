import { expect, test } from "vitest";
import { type PortalFormValues, readPortalForm } from "../../app/portals/portal-form";

const values = (changes: Partial<PortalFormValues> = {}): PortalFormValues => ({
  enabled: true,
  signupsAllowed: false,
  title: "Acme Agents",
  slogan: "",
  brandColor: "#0f766e",
  theme: "auto",
  creditWord: "credits",
  locale: "en-US",
  supportEmail: "",
  termsUrl: "",
  privacyUrl: "",
  planOrder: "dearest_first",
  ...changes,
});

const errorsOf = (changes: Partial<PortalFormValues>) => {
  const read = readPortalForm(values(changes));
  return "errors" in read ? read.errors : {};
};

test("what may stay empty is kept as nothing", () => {
  expect(readPortalForm(values({ brandColor: " " }))).toMatchObject({
    settings: { slogan: "", brandColor: null, supportEmail: null, termsUrl: null, privacyUrl: null },
  });
});

test("a colour may be written in three digits, in capitals and without its sign", () => {
  for (const [typed, color] of [
    ["#0F766E", "#0f766e"],
    ["0f766e", "#0f766e"],
    ["#0f7", "#00ff77"],
  ]) {
    expect(readPortalForm(values({ brandColor: typed ?? "" }))).toMatchObject({
      settings: { brandColor: color },
    });
  }
});

test.each(["red", "#12345", "#1234567", "#0f766e;}body{display:none", "url(x)", "#gggggg"])(
  "T8 %j is no colour",
  (brandColor) => {
    expect(errorsOf({ brandColor })).toEqual({
      brandColor: "Colour must be six hex digits, such as #0f766e",
    });
  },
);

test.each([
  "javascript:alert(1)",
  "JavaScript:alert(1)//https://acme.test",
  " data:text/html,x",
  "http://acme.test/terms",
  "//acme.test",
  "acme.test/terms",
  "https://localhost/terms",
  "https://acme.test@evil.test/",
  "https:evil",
  "file:///etc/passwd",
  `https://acme.test/${"x".repeat(500)}`,
])("T9 %s is no link to terms, nor to a privacy policy", (url) => {
  expect(errorsOf({ termsUrl: url })).toEqual({
    termsUrl: "Terms must be an address that begins with https://",
  });
  expect(Object.keys(errorsOf({ privacyUrl: url }))).toEqual(["privacyUrl"]);
});

test.each([
  "acme.test",
  "help@",
  "help@acme",
  "help@@acme.test",
  '"><img>@acme.test',
  "a b@acme.test",
  "help@acme.test?bcc=x",
])("%s is no support e-mail", (supportEmail) => {
  expect(Object.keys(errorsOf({ supportEmail }))).toEqual(["supportEmail"]);
});

test("every mistake is said at once, each under its field", () => {
  expect(
    errorsOf({
      title: "\u200b",
      slogan: "\u202eevil",
      theme: "pink",
      creditWord: "gold",
      locale: "xx",
      planOrder: "any",
    }),
  ).toEqual({
    title: "Title is required",
    slogan: "Slogan contains characters that cannot be shown",
    theme: "Choose one of the themes",
    creditWord: "Choose one of the words",
    locale: "Choose one of the languages",
    planOrder: "Choose one of the orders",
  });
});
