import { expect, test } from "vitest";
import { readPosition, writePosition } from "../../app/customers/customer-rows";

test("a position is read as it was written", () => {
  const position = { createdAt: 1_764_000_000_000, id: "customer_01k9zx3m8ye4rtqf5c6h7j8k9m" };

  expect(readPosition(writePosition(position))).toEqual(position);
});

test.each([null, "", ".", "1.", ".customer_1", "x.customer_1", "1.a b", "1'--.c"])(
  "%j is no position, so the list begins at its beginning",
  (text) => {
    expect(readPosition(text)).toBeNull();
  },
);
