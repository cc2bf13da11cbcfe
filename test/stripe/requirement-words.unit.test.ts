import { expect, test } from "vitest";
import { requirementWords } from "../../app/stripe/requirement-words";

test.each([
  ["external_account", "A bank account for your payouts"],
  ["tos_acceptance.date", "Your acceptance of Stripe's terms"],
  ["business_profile.url", "Your website"],
  ["individual.verification.document", "A photo of an identity document"],
  ["person_1MqjB2.dob.day", "A date of birth"],
  ["company.verification.document", "A document that proves your company"],
  ["company.tax_id", "Your company's tax number"],
])("L151 %s is “%s”", (requirement, words) => {
  expect(requirementWords([requirement])).toEqual([words]);
});

test("L151 what is one thing to a person is told once", () => {
  const dates = ["individual.dob.day", "individual.dob.month", "individual.dob.year", "external_account"];
  expect(requirementWords(dates)).toEqual(["A date of birth", "A bank account for your payouts"]);
});

test("L151 what Stripe invents tomorrow is told in its own words", () => {
  expect(requirementWords(["settings.treasury.new_field"])).toEqual(["settings treasury new field"]);
});
