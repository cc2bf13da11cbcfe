import { expect, test } from "vitest";
import { nameOfAddress } from "../../app/customers/name-of-address";

test.each([
  ["ana@example.com", "Ana"],
  ["ana.silva@example.com", "Ana Silva"],
  ["ana-maria_silva+topup@example.com", "Ana Maria Silva"],
  ["+x@example.com", "+x"],
  ["...@example.com", "...@example.com"],
  ["élodie.o'brien@example.com", "Élodie O'brien"],
])("of %s all that is known is %s", (email, name) => {
  expect(nameOfAddress(email)).toBe(name);
});
