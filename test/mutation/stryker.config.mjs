/**
 * Breaks the pure rules of money in a thousand small ways and counts how many of them some test notices.
 *
 * @type {import("@stryker-mutator/api/core").PartialStrykerOptions}
 */
export default {
  testRunner: "vitest",
  vitest: { configFile: "test/mutation/vitest.config.ts" },
  mutate: [
    "app/credits.ts",
    "app/money.ts",
    "app/purchases/platform-fee.ts",
    "app/refunds/case.ts",
    "app/refunds/reversal.ts",
    "app/stripe/checkout-report.ts",
    "app/stripe/reversal-facts.ts",
    "app/wallet/posting.ts",
    "app/wallet/purchase.ts",
  ],
  thresholds: { high: 95, low: 90, break: 85 },
  reporters: ["clear-text"],
  clearTextReporter: { reportTests: false },
  coverageAnalysis: "perTest",
  concurrency: 2,
  tempDirName: ".stryker",
  ignorePatterns: ["build", ".wrangler", "docs", "public", "bench"],
};
