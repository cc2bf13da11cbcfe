import { defineConfig } from "vitest/config";

/** The tests of the pure rules alone: they need no build and no Worker. */
export default defineConfig({
  test: {
    include: [
      "test/credits.unit.test.ts",
      "test/money.unit.test.ts",
      "test/purchases/platform-fee.unit.test.ts",
      "test/refunds/*.unit.test.ts",
      "test/stripe/*.unit.test.ts",
      "test/wallet/*.unit.test.ts",
    ],
  },
});
