import { afterEach, expect, test, vi } from "vitest";
import { logWarning } from "../app/log";

afterEach(() => vi.restoreAllMocks());

function logged(fields: Parameters<typeof logWarning>[1]): Record<string, string> {
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  logWarning("something_happened", fields);
  return JSON.parse(String(warn.mock.calls[0]?.[0]));
}

test("a log line is one JSON object that names its event", () => {
  expect(logged({ purchaseId: "purchase_1" })).toEqual({
    event: "something_happened",
    purchaseId: "purchase_1",
  });
});

test("T30 the token of a sign-in link never gets into a log", () => {
  expect(logged({ path: "/sign-in/link/a-token-that-signs-in" }).path).toBe("/sign-in/link/…");
});

test("T30 the values of a failed query never get into a log, its causes do", () => {
  const error = new Error("Failed query: select 1\nparams: ana@customer.test", {
    cause: new Error("D1 is away"),
  });
  expect(logged({ error }).error).toBe("Error: Failed query: select 1 ← Error: D1 is away");
});
