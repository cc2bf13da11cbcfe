import { expect, test } from "vitest";
import { isNarrowed, readCustomerListing } from "../../app/customers/customer-listing";

const narrowedBy = (address: string) => isNarrowed(readCustomerListing(new URLSearchParams(address)));

test("the list of customers is narrowed by what it knows, and by nothing else that an address says", () => {
  for (const asked of ["ai=on", "ai=off", "access=blocked", "balance=low"])
    expect(narrowedBy(asked), asked).toBe(true);
  for (const word of ["", "maybe", "constructor", "__proto__", "toString"])
    for (const name of ["ai", "access", "balance", "from"])
      expect(narrowedBy(`${name}=${word}`), `${name}=${word}`).toBe(false);
});
