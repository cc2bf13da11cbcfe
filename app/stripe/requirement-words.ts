/**
 * What Stripe still wants of an account, in words for whoever has to find it. Stripe names a field of its API
 * ("individual.dob.day"); several fields are often one thing to a person.
 */
export function requirementWords(requirements: readonly string[]): string[] {
  return [...new Set(requirements.map(inWords))];
}

// Source: docs.stripe.com/connect/required-verification-information and api/accounts/object#requirements.
const WORDS: readonly (readonly [RegExp, string])[] = [
  [/^external_account$/, "A bank account for your payouts"],
  [/^tos_acceptance\./, "Your acceptance of Stripe's terms"],
  [/^business_type$/, "What kind of business you are"],
  [/^business_profile\.url$/, "Your website"],
  [/^business_profile\.mcc$/, "The industry that you work in"],
  [/^business_profile\.product_description$/, "What you sell, in a sentence"],
  [/^business_profile\.support_/, "How your customers reach you"],
  [/^business_profile\./, "More about your business"],
  [/^settings\.payments\.statement_descriptor/, "The name that stands on card statements"],
  [/^company\.tax_id/, "Your company's tax number"],
  [/^company\.verification\./, "A document that proves your company"],
  [/^company\.(directors|owners|executives)_provided$/, "Who owns and directs your company"],
  [/^company\.name/, "Your company's registered name"],
  [/^company\.address/, "Your company's address"],
  [/^company\.phone$/, "Your company's phone number"],
  [/\.verification\.(additional_)?document/, "A photo of an identity document"],
  [/\.verification\.proof_of_liveness/, "A selfie that shows it is you"],
  [/\.dob\./, "A date of birth"],
  [/\.(first_name|last_name)/, "A full name"],
  [/\.(id_number|ssn_last_4)$/, "A personal identity number"],
  [/\.address\./, "A home address"],
  [/\.(email|phone)$/, "An e-mail address and a phone number"],
  [/\.relationship\./, "What somebody's part in the company is"],
];

function inWords(requirement: string): string {
  const known = WORDS.find(([pattern]) => pattern.test(requirement));
  return known?.[1] ?? requirement.replace(/[._]+/g, " ");
}
