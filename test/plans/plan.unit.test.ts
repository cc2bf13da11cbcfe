import { describe, expect, test } from "vitest";
import { type PlanFormValues, readPlanForm } from "../../app/plans/plan";

const typed = (changes: Partial<PlanFormValues> = {}): PlanFormValues => ({
  name: "Starter Pack",
  credits: "1000",
  price: "49",
  currency: "",
  unitCost: "",
  margin: "",
  description: "",
  active: true,
  popular: false,
  audience: "all",
  ...changes,
});

const draftOf = (changes: Partial<PlanFormValues>, currency = "usd") => {
  const result = readPlanForm(typed(changes), currency, "en-US");
  return "draft" in result ? result.draft : result;
};
const errorsOf = (changes: Partial<PlanFormValues>, currency = "usd") => {
  const result = readPlanForm(typed(changes), currency, "en-US");
  return "errors" in result ? result.errors : {};
};

test("L22 a plan is what was typed, in whole credits and minor units", () => {
  const values = { description: "For a first try", active: false, popular: true };

  expect(draftOf(values)).toEqual({
    name: "Starter Pack",
    credits: 1_000,
    priceMinor: 4900,
    currency: "usd",
    unitCostMinorPer1000: null,
    ...values,
    audience: "all",
  });
});

describe("cost per 1,000 credits", () => {
  test.each([
    ["", null],
    ["  ", null],
    ["30", 3_000],
    ["$30.00", 3_000],
    ["0", 0],
    ["10,000", 1_000_000],
  ])("L31 %j is kept as %s minor units", (unitCost, unitCostMinorPer1000) => {
    expect(draftOf({ unitCost })).toMatchObject({ unitCostMinorPer1000 });
  });

  test("L31 what is no amount is refused with the other mistakes", () => {
    for (const unitCost of ["thirty", "30.001", "-1", "1e3", "30 dollars"]) {
      expect(errorsOf({ unitCost, price: "" })).toEqual({
        unitCost: "Cost must be an amount like 30 or 30.00",
        price: "Price is required",
      });
    }
    expect(errorsOf({ unitCost: "10000.01" })).toEqual({ unitCost: "Cost can be at most $10,000.00" });
  });
});

describe("name", () => {
  test.each([
    "Starter Pack",
    "Pro Bundle",
    "🚀 Büro",
    "حزمة البداية",
    "入門パック",
    "<b>Bold</b>",
    "می\u200cخواهم",
    "👩\u200d🚀",
    "a",
  ])("L23 %s is a name", (name) => {
    expect(draftOf({ name })).toMatchObject({ name });
  });

  test("L23 the spaces around it are not part of it, and one way of writing é is", () => {
    expect(draftOf({ name: "  Cafe\u0301 \n" })).toMatchObject({ name: "Caf\u00e9" });
  });

  test("L23 a hundred characters fit, emoji counted as one; more do not", () => {
    expect(draftOf({ name: "🚀".repeat(100) })).toMatchObject({ name: "🚀".repeat(100) });
    expect(errorsOf({ name: "x".repeat(101) })).toEqual({ name: "Name can have at most 100 characters" });
  });

  test.each(["", "   ", "\t\n", "\u200b", "\u2060 \u200d"])("L133 %j is no name", (name) => {
    expect(errorsOf({ name })).toEqual({ name: "Name is required" });
  });

  test.each(["a\u0000b", "a\nb", "a\u202eb", "a\u2066b", "a\u2069b", "a\u007fb"])(
    "L23 %j would disturb the page around it",
    (name) => {
      expect(errorsOf({ name })).toEqual({ name: "Name contains characters that cannot be shown" });
    },
  );
});

describe("credits", () => {
  test.each([
    ["1", 1],
    ["1000", 1_000],
    ["5,000", 5_000],
    ["10000", 10_000],
    ["1000000", 1_000_000],
  ])("L24 %s are %i credits", (credits, whole) => {
    expect(draftOf({ credits })).toMatchObject({ credits: whole });
  });

  test.each(["0", "-1", "1.5", "1e7", "10000000", "1000001", "abc"])(
    "L24 credits are a whole number from 1 to 1,000,000, and %j is not",
    (credits) => {
      expect(errorsOf({ credits })).toEqual({
        credits: "Credits must be a whole number from 1 to 1,000,000",
      });
    },
  );

  test("L133 credits are required", () => {
    expect(errorsOf({ credits: " " })).toEqual({ credits: "Credits are required" });
  });
});

describe("price", () => {
  test.each([
    ["49", 4900],
    ["$199", 19_900],
    ["899.00", 89_900],
    ["0.50", 50],
    ["10,000", 1_000_000],
  ])("L25 %s is stored as %i cents", (price, priceMinor) => {
    expect(draftOf({ price })).toMatchObject({ priceMinor });
  });

  test.each(["49.999", "abc", "-5", "49,90"])("L25 %j is not guessed into a price", (price) => {
    expect(errorsOf({ price })).toEqual({ price: "Price must be an amount such as 49 or 49.90" });
  });

  test("L25 what Stripe would not charge is refused with the least that it does", () => {
    expect(errorsOf({ price: "0.49" })).toEqual({ price: "Price must be at least $0.50" });
    expect(errorsOf({ price: "0" })).toEqual({ price: "Price must be at least $0.50" });
    expect(errorsOf({ price: "49" }, "jpy")).toEqual({ price: "Price must be at least ¥50" });
  });

  test("L25 a slip of the finger cannot cost a fortune", () => {
    expect(errorsOf({ price: "10000.01" })).toEqual({ price: "Price can be at most $10,000.00" });
  });

  test("L133 a price is required", () => {
    expect(errorsOf({ price: "" })).toEqual({ price: "Price is required" });
    expect(errorsOf({ price: " " })).toEqual({ price: "Price is required" });
  });

  test("B14 4900 yen are 4900", () => {
    expect(draftOf({ price: "4900" }, "jpy")).toMatchObject({ priceMinor: 4900 });
    expect(errorsOf({ price: "4900.00" }, "jpy")).toHaveProperty("price");
  });
});

describe("description", () => {
  test("L26 it may be empty, and keeps its lines", () => {
    expect(draftOf({ description: "  " })).toMatchObject({ description: "" });
    expect(draftOf({ description: "One\r\ntwo\n" })).toMatchObject({ description: "One\ntwo" });
    expect(draftOf({ description: "Cafe\u0301" })).toMatchObject({ description: "Caf\u00e9" });
  });

  test("L26 five hundred characters fit, 501 do not", () => {
    expect(draftOf({ description: "é".repeat(500) })).toMatchObject({ description: "é".repeat(500) });
    expect(errorsOf({ description: "x".repeat(501) })).toEqual({
      description: "Description can have at most 500 characters",
    });
  });

  test.each(["a\u0000b", "a\u202eb", "a\tb"])("%j would disturb the page around it", (description) => {
    expect(errorsOf({ description })).toEqual({
      description: "Description contains characters that cannot be shown",
    });
  });
});

test("L133 all mistakes of a form are told at once, each under its field", () => {
  expect(errorsOf({ name: "", credits: "", price: "", description: "\u0000" })).toEqual({
    name: "Name is required",
    credits: "Credits are required",
    price: "Price is required",
    description: "Description contains characters that cannot be shown",
  });
});
