import fc from "fast-check";
import { expect, test } from "vitest";
import { type CaseDecision, caseStanding, decideByHand, decideByPolicy } from "../../app/refunds/case";

const taken = (upToMicros: number, takenMicros: number): CaseDecision => ({ upToMicros, takenMicros });

test("X11 by the manual policy nothing moves until a person acts, whatever is reversed", () => {
  expect(decideByPolicy("manual", 1_000, 5_000, [])).toBeNull();
  expect(caseStanding(1_000, [])).toEqual({ dueMicros: 1_000, takenMicros: 0, keptMicros: 0 });
});

test("B8 `available` takes what is left and forgives the rest", () => {
  const decision = decideByPolicy("available", 1_000, 300, []);
  expect(decision).toEqual(taken(1_000, 300));
  expect(caseStanding(1_000, [taken(1_000, 300)])).toEqual({
    dueMicros: 0,
    takenMicros: 300,
    keptMicros: 700,
  });
});

test("`available` takes nothing of a balance that is owed", () => {
  expect(decideByPolicy("available", 1_000, -50, [])).toEqual(taken(1_000, 0));
});

test("B11 `full` takes all, whatever is left", () => {
  expect(decideByPolicy("full", 1_000, 300, [])).toEqual(taken(1_000, 1_000));
  expect(decideByPolicy("full", 1_000, -300, [])).toEqual(taken(1_000, 1_000));
});

test.each(["manual", "available", "full"] as const)("%s: what is decided is not decided again", (policy) => {
  expect(decideByPolicy(policy, 1_000, 9_000, [taken(1_000, 300)])).toBeNull();
});

test("B9 a second partial refund takes only what came on top", () => {
  expect(decideByPolicy("full", 350, 9_000, [taken(100, 100)])).toEqual(taken(350, 250));
});

test("a refund that fails gives back what was taken for it, by every policy", () => {
  for (const policy of ["manual", "available", "full"] as const) {
    expect(decideByPolicy(policy, 0, 0, [taken(1_000, 300)])).toEqual(taken(0, -300));
  }
});

test("the second of two refunds fails: only what it took comes back", () => {
  const decisions = [taken(500, 300), taken(1_000, 500)];
  expect(decideByPolicy("available", 500, 0, decisions)).toEqual(taken(500, -500));
  expect(caseStanding(500, [...decisions, taken(500, -500)])).toEqual({
    dueMicros: 0,
    takenMicros: 300,
    keptMicros: 200,
  });
});

test("a slice that is cut in the middle keeps what fits under the cut", () => {
  expect(decideByPolicy("full", 600, 0, [taken(1_000, 1_000)])).toEqual(taken(600, -400));
  expect(decideByPolicy("full", 600, 0, [taken(1_000, 300)])).toEqual(taken(600, 0));
  expect(caseStanding(600, [taken(1_000, 300), taken(600, 0)]).takenMicros).toBe(300);
});

test("what the partner let the customer keep is not given back when a refund fails", () => {
  const decisions = [taken(500, 0), taken(1_000, 500)];
  expect(decideByPolicy("manual", 500, 0, decisions)).toEqual(taken(500, -500));
  expect(caseStanding(500, [...decisions, taken(500, -500)]).keptMicros).toBe(500);
});

test.each([
  { choice: "deduct", balance: 300, expected: taken(1_000, 600) },
  { choice: "deduct_available", balance: 300, expected: taken(1_000, 300) },
  { choice: "deduct_available", balance: 900, expected: taken(1_000, 600) },
  { choice: "deduct_available", balance: -1, expected: taken(1_000, 0) },
  { choice: "keep", balance: 900, expected: taken(1_000, 0) },
] as const)("a person says $choice with $balance left", ({ choice, balance, expected }) => {
  const standing = caseStanding(1_000, [taken(400, 400)]);
  expect(decideByHand(choice, 1_000, balance, standing)).toEqual(expected);
});

test("I6 whatever is reversed, in whatever order and by whatever policy, no more is taken than is reversed", () => {
  const step = fc.record({
    reversed: fc.integer({ min: 0, max: 1_000 }),
    balance: fc.integer({ min: -500, max: 1_500 }),
    policy: fc.constantFrom("manual", "available", "full"),
    byHand: fc.option(fc.constantFrom("deduct", "deduct_available", "keep")),
  });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const decisions: CaseDecision[] = [];
      for (const { reversed, balance, policy, byHand } of steps) {
        const byItself = decideByPolicy(policy, reversed, balance, decisions);
        if (byItself) decisions.push(byItself);
        const open = caseStanding(reversed, decisions);
        if (byHand && open.dueMicros > 0) decisions.push(decideByHand(byHand, reversed, balance, open));

        const { dueMicros, takenMicros, keptMicros } = caseStanding(reversed, decisions);
        expect(takenMicros).toBe(decisions.reduce((sum, decision) => sum + decision.takenMicros, 0));
        expect(takenMicros).toBeGreaterThanOrEqual(0);
        expect(keptMicros).toBeGreaterThanOrEqual(0);
        expect(dueMicros + takenMicros + keptMicros).toBe(reversed);
      }
    }),
    { numRuns: 2_000 },
  );
});
